// Keys that work on every page: Ctrl+K goes to the search field, ? opens the help.
(function () {
  'use strict';
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
