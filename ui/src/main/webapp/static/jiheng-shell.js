// Keys that work on every page: Ctrl+K goes to the search field, ? opens the help. And which jurisdiction a window is in.
(function () {
  'use strict';
  const PLACE = 'jiheng-place';
  window.jihengPlaces = {
    // whether this window was in another jurisdiction before: another window has changed over
    isElsewhere(here) {
      const before = sessionStorage.getItem(PLACE);
      sessionStorage.setItem(PLACE, here);
      return before !== null && before !== here;
    },
    goTo(jurisdictionField, jurisdiction, wordField, word) {
      sessionStorage.removeItem(PLACE);
      const form = document.createElement('form');
      form.method = 'post';
      form.action = new URL('switch', document.baseURI);
      for (const [name, value] of [[jurisdictionField, jurisdiction], [wordField, word]]) {
        const field = document.createElement('input');
        field.type = 'hidden';
        field.name = name;
        field.value = value;
        form.append(field);
      }
      document.body.append(form);
      form.submit();
    }
  };
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      const search = document.querySelector('#search');
      if (search) {
        event.preventDefault();
        search.focus();
      }
    } else if (event.key === '?' && !event.ctrlKey && !event.altKey) {
      const typing = event.composedPath().some(element => element.matches
        && element.matches('input, textarea, select, [contenteditable]'));
      const help = document.querySelector('#help');
      if (!typing && help) {
        event.preventDefault();
        help.click();
      }
    }
  });
})();
