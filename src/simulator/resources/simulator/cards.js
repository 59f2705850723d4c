// Template cards of the five kinds (page 90236), as the platform draws them.
import {button, el} from './base.js';

const SOURCE_COLOURS = ['grey', 'black', 'red', 'green'];
const link = (className, text, to) => {
  const node = el('a', className, text);
  if (to && /^https?:\/\//.test(to)) {
    node.href = to;
    node.target = '_blank';
    node.rel = 'noopener';
  }
  return node;
};

export function card(line, tap) {
  const c = line.more.card;
  const node = el('div', 'card');
  node.setAttribute('role', 'group');
  node.setAttribute('aria-label', '卡片：' + (c.main_title?.title || c.sub_title_text || ''));
  if (c.source?.desc) node.append(el('div', 'source ' + SOURCE_COLOURS[c.source.desc_color || 0], c.source.desc));
  if (c.card_image?.url) node.append(picture(c.card_image.url));
  node.append(el('div', 'title', c.main_title?.title ? el('b', '', c.main_title.title) : '', c.main_title?.desc ? el('p', '', c.main_title.desc) : ''));
  if (c.emphasis_content) node.append(el('div', 'emphasis', el('b', '', c.emphasis_content.title || ''), el('small', '', c.emphasis_content.desc || '')));
  if (c.quote_area) node.append(el('blockquote', '', c.quote_area.title ? el('b', '', c.quote_area.title) : '', c.quote_area.quote_text || ''));
  if (c.image_text_area) node.append(el('div', 'pictured', picture(c.image_text_area.image_url), el('span', '', el('b', '', c.image_text_area.title || ''), el('small', '', c.image_text_area.desc || ''))));
  if (c.sub_title_text) node.append(el('p', 'sub', c.sub_title_text));
  (c.vertical_content_list || []).forEach(one => node.append(el('div', 'vertical', el('b', '', one.title), el('p', '', one.desc || ''))));
  if (c.horizontal_content_list?.length) {
    node.append(el('dl', '', ...c.horizontal_content_list.flatMap(one => [el('dt', '', one.keyname), el('dd', '', one.type === 1 ? link('', one.value, one.url) : one.value || '')])));
  }
  node.append(...questions(c, line));
  (c.jump_list || []).forEach(one => node.append(link('jump', one.title, one.url)));
  if (/_notice$/.test(c.card_type) && c.card_action?.url) node.append(link('jump', '查看详情', c.card_action.url));
  node.append(...buttons(c, line, node, tap));
  return node;
}

function picture(url) {
  const image = el('img');
  image.src = url;
  image.alt = '';
  image.loading = 'lazy';
  return image;
}

function questions(c, line) {
  const selects = [...(c.select_list || []), ...(c.button_selection ? [c.button_selection] : [])].map(one => {
    const select = el('select', '', ...one.option_list.map(o => {
      const option = el('option', '', o.text);
      option.value = o.id;
      option.selected = o.id === one.selected_id;
      return option;
    }));
    select.dataset.question = one.question_key;
    select.disabled = !!one.disable || settled(line);
    return el('label', 'select', el('span', '', one.title || '请选择'), select);
  });
  const box = c.checkbox;
  if (!box) return selects;
  return [...selects, el('fieldset', '', ...box.option_list.map(o => {
    const input = el('input');
    input.type = box.mode === 1 ? 'checkbox' : 'radio';
    input.name = 'box-' + line.id;
    input.value = o.id;
    input.checked = !!o.is_checked;
    input.disabled = !!box.disable || settled(line);
    input.dataset.question = box.question_key;
    return el('label', '', input, o.text);
  }))];
}

const settled = line => line.more.settled !== undefined && line.more.settled !== '';

function buttons(c, line, node, tap) {
  if (settled(line)) {
    const grey = button('settled', line.more.settled, null);
    grey.disabled = true;
    return [el('div', 'buttons', grey)];
  }
  const all = (c.button_list || []).map(b => b.type === 1 ? link('as-button', b.text, b.url) : act('style' + (b.style || 1), b.text, b.key));
  if (c.submit_button) all.push(act('style1', c.submit_button.text, c.submit_button.key));
  (c.action_menu?.action_list || []).forEach(a => all.push(act('style3', a.text, a.key)));
  return all.length ? [el('div', 'buttons', ...all)] : [];

  function act(className, text, key) {
    return button(className, text, async event => {
      const mine = [...node.querySelectorAll('.buttons button')];
      mine.forEach(b => { b.disabled = true; });
      event.target.classList.add('busy');
      await tap(line, key, chosen(node));
      mine.forEach(b => { b.disabled = false; });
      event.target.classList.remove('busy');
    });
  }
}

function chosen(node) {
  const selected = {};
  node.querySelectorAll('select').forEach(s => { selected[s.dataset.question] = [s.value]; });
  node.querySelectorAll('fieldset input').forEach(i => { selected[i.dataset.question] ||= []; if (i.checked) selected[i.dataset.question].push(i.value); });
  return selected;
}
