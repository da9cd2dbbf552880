// The browser's half of a form: takes what is typed, keeps it until the server has it, pastes blocks from Excel, handles the
// keyboard. What a person typed stays in the browser's storage until the server confirms it, so that neither a lost
// connection nor an ended session nor a restarted server loses it.
(function () {
  'use strict';

  const PAUSE = 700;
  const PATIENCE = 15000;
  // as the server's TypedText: what it takes out of a text would otherwise wait for ever to be confirmed
  const NO_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu;
  const forms = new WeakMap();

  const fieldOf = (root, cell) => root.querySelector('[data-cell="' + CSS.escape(cell) + '"]');
  const visible = element => element.getClientRects().length > 0;

  class Form {
    constructor(root) {
      this.root = root;
      this.key = 'jiheng:typed:' + root.dataset.person + ':' + root.dataset.form + ':';
      this.keeps = true;
      this.typed = this.stored();
      this.timer = null;
      root.addEventListener('input', event => this.input(event));
      root.addEventListener('compositionend', event => this.input(event));
      root.addEventListener('change', event => this.input(event, true));
      root.addEventListener('focusout', event => this.left(event.target));
      root.addEventListener('keydown', event => this.pressed(event));
      root.addEventListener('paste', event => this.pasted(event));
      root.addEventListener('click', event => this.clicked(event));
      new MutationObserver(changes => changes.forEach(change => this.changed(change)))
        .observe(root, {subtree: true, childList: true, attributes: true, attributeFilter: ['data-text']});
      // a text takes the lines it needs: known when the form is laid out, and anew when its width changes
      let width = 0;
      const sizes = new ResizeObserver(() => requestAnimationFrame(() => {
        if (root.clientWidth !== width) {
          width = root.clientWidth;
          root.querySelectorAll('textarea[data-cell]').forEach(field => this.size(field));
        }
      }));
      sizes.observe(root);
      const leaving = event => {
        if (!root.isConnected) {
          window.removeEventListener('beforeunload', leaving);
          clearInterval(this.retry);
          return;
        }
        this.flush();
        // what the browser keeps is sent when the form is opened again; only what it cannot keep is worth a question
        if (!this.keeps && Object.keys(this.typed).length > 0) {
          event.preventDefault();
        }
      };
      window.addEventListener('beforeunload', leaving);
      this.retry = setInterval(() => this.flush(), PATIENCE);
      root.querySelectorAll('[data-cell]').forEach(field => {
        // what somebody typed before this script was there is typed work, too
        if (field.tagName === 'TEXTAREA' && field.value !== '' && field.value !== (field.dataset.text || '')) {
          this.note(field);
        } else {
          this.put(field);
        }
      });
      this.again();
      root.dataset.ready = '';
    }

    // --- what is typed and not confirmed yet: {cell: {seen, typed, sent, at}}, each cell under a key of its own, so that two
    // tabs of one person do not take each other's texts away

    stored() {
      const kept = {};
      try {
        for (let i = 0; i < localStorage.length; i++) {
          const name = localStorage.key(i);
          if (name.startsWith(this.key)) {
            kept[name.substring(this.key.length)] = {...JSON.parse(localStorage.getItem(name)), sent: null};
          }
        }
      } catch (unreadable) {
        this.keeps = false;
      }
      return kept;
    }

    store(cell) {
      try {
        const entry = this.typed[cell];
        if (entry) {
          localStorage.setItem(this.key + cell, JSON.stringify({seen: entry.seen, typed: entry.typed}));
        } else {
          localStorage.removeItem(this.key + cell);
        }
        this.keeps = true;
      } catch (fullOrForbidden) {
        this.keeps = false;
      }
    }

    again() {
      for (const [cell, entry] of Object.entries(this.typed)) {
        const field = fieldOf(this.root, cell);
        if (field) {
          field.value = entry.typed;
          this.size(field);
        }
      }
      this.flush();
    }

    input(event, now) {
      const field = event.target;
      const cell = field.dataset && field.dataset.cell;
      // half a word of pinyin is no text yet
      if (!cell || event.isComposing || !this.typed[cell] && field.value === (field.dataset.text || '')) {
        return;
      }
      this.note(field);
      this.size(field);
      clearTimeout(this.timer);
      if (now) {
        this.flush();
      } else {
        this.timer = setTimeout(() => this.flush(), PAUSE);
      }
    }

    note(field) {
      const cell = field.dataset.cell;
      const entry = this.typed[cell] || {seen: field.dataset.seen || '', sent: null};
      entry.typed = field.value.replace(NO_TEXT, '');
      this.typed[cell] = entry;
      this.store(cell);
    }

    left(field) {
      if (field.dataset && field.dataset.cell) {
        this.flush();
        this.put(field);
      }
    }

    // One text of a cell is under way at a time: a later one waits until the server has said what the cell holds now. What the
    // server did not answer in a long while is sent again.
    flush() {
      clearTimeout(this.timer);
      const edits = [];
      for (const [cell, entry] of Object.entries(this.typed)) {
        if (entry.sent === null || Date.now() - entry.at > PATIENCE) {
          entry.sent = entry.typed;
          entry.at = Date.now();
          edits.push({cell: cell, seen: entry.seen, typed: entry.typed});
        }
      }
      if (edits.length > 0) {
        this.root.dispatchEvent(new CustomEvent('cells-typed', {detail: {edits: JSON.stringify(edits)}}));
      }
    }

    confirmed(cell, typed) {
      const entry = this.typed[cell];
      const field = fieldOf(this.root, cell);
      if (entry && entry.sent === typed) {
        if (entry.typed === typed) {
          delete this.typed[cell];
        } else {
          entry.sent = null;
          entry.seen = field ? field.dataset.seen || '' : entry.seen;
          this.timer = setTimeout(() => this.flush(), PAUSE);
        }
        this.store(cell);
      }
      if (field) {
        this.fill(field);
      }
    }

    // Until the server has everything, or cannot be reached for a while.
    settled() {
      this.flush();
      const end = Date.now() + PATIENCE;
      return new Promise(resolve => {
        const look = () => {
          if (Object.keys(this.typed).length === 0 || Date.now() > end) {
            resolve(Object.keys(this.typed).length === 0);
          } else {
            setTimeout(look, 60);
          }
        };
        look();
      });
    }

    // --- what the server says a cell holds

    changed(change) {
      if (change.type === 'attributes') {
        this.fill(change.target);
        return;
      }
      change.addedNodes.forEach(node => {
        if (node.querySelectorAll) {
          node.querySelectorAll('[data-cell]').forEach(field => this.fill(field));
          if (node.matches('[data-cell]')) {
            this.fill(node);
          }
        }
      });
    }

    fill(field) {
      // never under a person's hands: the cell is filled when it is left
      if (field === document.activeElement && field.tagName === 'TEXTAREA') {
        return;
      }
      this.put(field);
    }

    put(field) {
      const entry = this.typed[field.dataset.cell];
      const text = entry ? entry.typed : field.dataset.text || '';
      if (field.value !== text) {
        field.value = text;
      }
      this.size(field);
    }

    size(field) {
      if (field.tagName === 'TEXTAREA') {
        field.style.height = 'auto';
        if (field.scrollHeight > 0) {
          field.style.height = field.scrollHeight + 'px';
        }
      }
    }

    // --- keyboard

    pressed(event) {
      const field = event.target;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
        event.preventDefault();
        this.flush();
        return;
      }
      if (event.key === 'F2') {
        const place = field.closest('[data-key]');
        if (place) {
          event.preventDefault();
          this.want('note', place.dataset.key);
        }
        return;
      }
      if (field.tagName !== 'TEXTAREA' || !field.dataset.cell || event.isComposing) {
        return;
      }
      const suggest = event.altKey && event.key === 'ArrowDown' ? field.closest('td').querySelector('button[data-wants="suggest"]') : null;
      if (suggest) {
        event.preventDefault();
        this.flush();
        this.want('suggest', suggest.dataset.cellOf);
        return;
      }
      const long = field.closest('.long') !== null;
      if (event.key === 'Enter' && !event.shiftKey && !long) {
        event.preventDefault();
        this.step(field, 1);
      } else if (event.key === 'ArrowDown' && field.selectionEnd === field.value.length) {
        this.step(field, 1, event);
      } else if (event.key === 'ArrowUp' && field.selectionStart === 0) {
        this.step(field, -1, event);
      } else if (event.key === 'Escape') {
        delete this.typed[field.dataset.cell];
        this.store(field.dataset.cell);
        this.put(field);
      }
    }

    // To the next writable cell of the same column.
    step(field, by, event) {
      const grid = this.grid();
      const at = this.place(grid, field);
      if (!at) {
        return;
      }
      for (let row = at.row + by; row >= 0 && row < grid.length; row += by) {
        const next = this.writable(grid[row][at.column]);
        if (next && next !== field) {
          if (event) {
            event.preventDefault();
          }
          next.focus();
          next.select();
          return;
        }
      }
    }

    // The table as rows of cells, spans worked out.
    grid() {
      const rows = [...this.root.querySelectorAll('table.official > tr, table.official > tbody > tr')];
      const grid = rows.map(() => []);
      rows.forEach((row, r) => {
        let c = 0;
        for (const cell of row.cells) {
          while (grid[r][c]) {
            c++;
          }
          for (let y = 0; y < cell.rowSpan && r + y < rows.length; y++) {
            for (let x = 0; x < cell.colSpan; x++) {
              grid[r + y][c + x] = cell;
            }
          }
          c += cell.colSpan;
        }
      });
      return grid;
    }

    place(grid, field) {
      const cell = field.closest('td');
      for (let row = 0; row < grid.length; row++) {
        const column = grid[row].indexOf(cell);
        if (column >= 0) {
          return {row: row, column: column};
        }
      }
      return null;
    }

    writable(cell) {
      return cell ? [...cell.querySelectorAll('textarea[data-cell]')].find(visible) : undefined;
    }

    // --- a block from Excel

    pasted(event) {
      const field = event.target;
      const text = event.clipboardData ? event.clipboardData.getData('text/plain') : '';
      if (!field.dataset || !field.dataset.cell || !/[\t\n]/.test(text.replace(/\r?\n$/, ''))) {
        return;
      }
      // paragraphs are a text, cells of a table are a block
      if (!text.includes('\t') && !/<table/i.test(event.clipboardData.getData('text/html'))) {
        return;
      }
      event.preventDefault();
      const block = this.block(text);
      const grid = this.grid();
      const at = this.place(grid, field);
      const below = [];
      let lastTable;
      block.forEach((texts, y) => {
        const row = grid[at.row + y];
        const table = row && row[at.column] ? row[at.column].closest('tr').dataset.table : undefined;
        if (row && (y === 0 || lastTable === table)) {
          lastTable = table;
          texts.forEach((one, x) => this.paste(row[at.column + x], one));
        } else {
          below.push(texts);
        }
      });
      this.flush();
      if (below.length > 0 && lastTable !== undefined) {
        this.root.dispatchEvent(new CustomEvent('lines-pasted', {detail: {table: lastTable, column: at.column, lines: JSON.stringify(below)}}));
      }
    }

    paste(cell, text) {
      const field = this.writable(cell);
      if (field) {
        field.value = text;
        this.note(field);
        this.size(field);
      }
    }

    // Tab-separated lines; a text with line breaks or tabs stands in quotes, as Excel writes it.
    block(text) {
      const rows = [[]];
      let cell = '';
      let quoted = false;
      const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
      for (let i = 0; i < plain.length; i++) {
        const c = plain[i];
        if (quoted) {
          if (c === '"' && plain[i + 1] === '"') {
            cell += '"';
            i++;
          } else if (c === '"') {
            quoted = false;
          } else {
            cell += c;
          }
        } else if (c === '"' && cell === '') {
          quoted = true;
        } else if (c === '\t' || c === '\n') {
          rows[rows.length - 1].push(cell.trim());
          cell = '';
          if (c === '\n') {
            rows.push([]);
          }
        } else {
          cell += c;
        }
      }
      rows[rows.length - 1].push(cell.trim());
      return rows;
    }

    // --- buttons in the form

    clicked(event) {
      const button = event.target.closest('button[data-wants]');
      if (button) {
        this.flush();
        this.want(button.dataset.wants, button.dataset.cellOf);
      }
    }

    want(what, cell) {
      this.root.dispatchEvent(new CustomEvent(what + '-wanted', {detail: {cell: cell}}));
    }

    goTo(cell) {
      const place = fieldOf(this.root, cell) || this.root.querySelector('[data-key="' + CSS.escape(cell) + '"]')
        || this.root.querySelector('[data-key^="' + CSS.escape(cell) + '/"]');
      if (place) {
        place.scrollIntoView({block: 'center'});
        const field = place.matches('[data-cell]') ? place : place.querySelector('[data-cell]') || place;
        // what the server has just put there is shown before it is under the person's hands
        if (field.dataset.cell) {
          this.put(field);
        }
        field.focus({preventScroll: true});
        const shown = place.closest('td') || place;
        shown.classList.add('found');
        setTimeout(() => shown.classList.remove('found'), 1600);
      }
    }
  }

  window.jihengForm = {
    attach: root => { if (!forms.has(root)) { forms.set(root, new Form(root)); } },
    confirmed: (root, cell, typed) => { const form = forms.get(root); if (form) { form.confirmed(cell, typed); } },
    settled: root => { const form = forms.get(root); return form ? form.settled() : Promise.resolve(true); },
    goTo: (root, cell) => { const form = forms.get(root); if (form) { form.goTo(cell); } }
  };
})();
