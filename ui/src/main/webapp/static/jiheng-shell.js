// Keys that work on every page: Ctrl+K goes to the search field, ? opens the help. The bubble that shows hints. Which
// jurisdiction a window is in.
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
      // whatever this page still asks of the session that ends would be told to load itself anew, and the reload would
      // overtake the form: nothing is typed or clicked any more, and what is under way is waited for
      document.body.inert = true;
      const started = Date.now();
      const submit = () => {
        const busy = Object.values(window.Vaadin.Flow.clients).some(client => client.isActive && client.isActive());
        if (busy && Date.now() - started < 5000) {
          setTimeout(submit, 20);
        } else {
          form.submit();
        }
      };
      setTimeout(submit, 0);
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

  // --- hints: what has data-hint says it to the mouse and to the keyboard, until Escape, and may be pointed at itself

  const PAUSE = 200;
  const bubble = document.createElement('div');
  bubble.id = 'hint';
  bubble.setAttribute('role', 'tooltip');
  bubble.hidden = true;
  let shownAt = null;
  let described = null;
  let timer = null;

  const holder = element => element instanceof Element ? element.closest('[data-hint]:not([data-hint=""])') : null;

  function show(place, focused) {
    clearTimeout(timer);
    if (!place) {
      hide();
      return;
    }
    if (!bubble.isConnected) {
      document.body.append(bubble);
    }
    undescribe();
    shownAt = place;
    bubble.hidden = false;
    draw();
    changes.disconnect();
    changes.observe(place, {attributes: true, attributeFilter: ['data-hint']});
    removals.disconnect();
    removals.observe(document.body, {childList: true, subtree: true});
    if (focused) {
      described = focused;
      described.setAttribute('aria-describedby', ((described.getAttribute('aria-describedby') || '') + ' hint').trim());
    }
  }

  function draw() {
    bubble.textContent = shownAt.dataset.hint;
    const at = shownAt.getBoundingClientRect();
    const own = bubble.getBoundingClientRect();
    const below = at.bottom + own.height + 4 < window.innerHeight;
    bubble.style.top = (below ? at.bottom + 2 : at.top - own.height - 2) + 'px';
    bubble.style.left = Math.max(4, Math.min(at.right - own.width, window.innerWidth - own.width - 4)) + 'px';
  }

  // the value may change under the hand that types it
  const changes = new MutationObserver(() => {
    if (shownAt && shownAt.dataset.hint) {
      draw();
    } else {
      hide();
    }
  });

  // what the bubble speaks of may leave the page: a line is removed, the page changes under it
  const removals = new MutationObserver(() => {
    if (shownAt && !shownAt.isConnected) {
      hide();
    }
  });

  function undescribe() {
    if (described) {
      const others = (described.getAttribute('aria-describedby') || '').split(' ').filter(id => id !== 'hint' && id !== '');
      if (others.length > 0) {
        described.setAttribute('aria-describedby', others.join(' '));
      } else {
        described.removeAttribute('aria-describedby');
      }
      described = null;
    }
  }

  function hide() {
    clearTimeout(timer);
    undescribe();
    changes.disconnect();
    removals.disconnect();
    shownAt = null;
    bubble.hidden = true;
  }

  // unless the mouse comes back, or something else says its hint meanwhile
  function hideSoon(place) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (shownAt === place) {
        hide();
      }
    }, PAUSE);
  }

  document.addEventListener('mouseover', event => {
    const place = holder(event.target);
    if (place) {
      show(place, described && place.contains(described) ? described : null);
    } else if (event.target === bubble) {
      clearTimeout(timer);
    } else if (shownAt && !described) {
      hideSoon(shownAt);
    }
  });
  document.addEventListener('focusin', event => {
    const place = holder(event.target);
    if (place) {
      show(place, event.target);
    } else if (shownAt) {
      hide();
    }
  });
  document.addEventListener('focusout', () => hide());
  // a cell of a list is focused inside the list: what it shows is slotted into it
  document.addEventListener('cell-focus', event => {
    const slot = event.composedPath()[0].querySelector ? event.composedPath()[0].querySelector('slot') : null;
    const content = slot ? slot.assignedElements()[0] : null;
    show(content ? content.querySelector('[data-hint]:not([data-hint=""])') : null, null);
  });
  // coming to a cell may move the page
  document.addEventListener('scroll', () => {
    if (shownAt && described && shownAt.isConnected) {
      draw();
    } else if (shownAt) {
      hide();
    }
  }, true);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && shownAt) {
      if (described) {
        // the first Escape is for the bubble, not for what is typed under it
        event.stopPropagation();
        event.preventDefault();
      }
      hide();
    }
  }, true);
})();
