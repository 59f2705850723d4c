// The chat in the middle: only a window of a long chat is in the page.
import {$, api, button, clock, day, el, emit, moment, on, person, same, state, toast, userPath} from './base.js';
import {card} from './cards.js';

const STEP = 60;
const MOST = 240;
const GAP_MILLIS = 5 * 60e3;
let lines = [];
let from = 0;
let waiting = 0;

export async function pick(userid) {
  state.current = person(userid) || null;
  document.body.classList.toggle('chatting', !!state.current);
  $('welcome').hidden = !!state.current;
  $('composer').hidden = !state.current;
  $('clients').hidden = !state.current;
  lines = [];
  from = 0;
  waiting = 0;
  $('chat').replaceChildren();
  emit('picked');
  if (!state.current) {
    $('name').textContent = '毕业生信息核对';
    $('who').textContent = '';
    return;
  }
  // The page of the bot that a link opens asks whose phone this is.
  document.cookie = 'sim_person=' + encodeURIComponent(state.current.userid) + '; path=/; SameSite=Lax';
  const about = state.current;
  $('name').textContent = about.name;
  $('who').textContent = [about.college, about.class, about.userid].filter(Boolean).join(' · ');
  showClient();
  await load();
  if (!lines.length) await deliver('/sim/enter', {});
  if (matchMedia('(min-width:761px)').matches) $('text').focus();
}

export async function load() {
  const userid = state.current.userid;
  const chat = await api(userPath('/sim/chat/', userid));
  if (!state.current || !same(state.current.userid, userid)) return;
  lines = chat;
  from = Math.max(0, lines.length - STEP);
  $('chat').replaceChildren(...lines.slice(from).map((line, i) => row(line, lines[from + i - 1])));
  bottom();
  chips();
}

let stuck = true;
function bottom() {
  $('chat').scrollTop = $('chat').scrollHeight;
  stuck = true;
}

function row(line, before) {
  const node = el('div', 'row ' + line.from);
  node.dataset.id = line.id;
  if (!before || new Date(line.at) - new Date(before.at) > GAP_MILLIS || new Date(line.at) < new Date(before.at)) {
    node.append(el('time', '', moment(line.at)));
  }
  const body = content(line);
  if (line.from === 'bot') {
    node.append(el('div', 'said', botFace(), body));
  } else {
    node.append(body);
  }
  return node;
}

function botFace() {
  const face = el('span', 'avatar bot', '✓');
  face.setAttribute('aria-hidden', 'true');
  return face;
}

function content(line) {
  const hidden = state.current?.client === 'plugin' && ['template_card', 'markdown'].includes(line.kind);
  if (hidden) return el('div', 'note', '微信插件里看不到' + (line.kind === 'markdown' ? '这条 Markdown' : '卡片') + '（平台文档 90236 页）');
  if (line.kind === 'enter') return el('div', 'note', state.current.name + ' 打开了应用');
  if (line.kind === 'notice') return el('div', 'note bad', line.text);
  if (line.kind === 'menu') return el('div', 'note', '点了菜单“' + line.text + '”');
  if (line.kind === 'tap') return el('div', 'note', '点了卡片上的“' + line.text + '”');
  if (line.more.recalled) return el('div', 'note', '机器人撤回了一条消息');
  if (line.kind === 'template_card') return card(line, tap);
  if (line.kind === 'image' && line.more.media) return picture(line);
  if (line.more.media) return file(line);
  const bubble = el('div', 'bubble', rich(line.text));
  bubble.title = clock(line.at) + (line.more.passive ? '，当场回答' : line.from === 'bot' ? '，主动发出' : '');
  return bubble;
}

function picture(line) {
  const image = el('img', 'photo');
  image.src = '/sim/media/' + line.more.media;
  image.alt = line.more.name;
  image.onload = () => { if (nearBottom()) bottom(); };
  const node = el('a', 'photo-link', image);
  node.href = image.src;
  node.target = '_blank';
  return node;
}

function file(line) {
  const name = line.more.name;
  const node = el('a', 'file', el('span', 'what', el('b', '', name), el('small', '', size(line.more.bytes))), el('span', 'kind', name.split('.').pop().slice(0, 4).toUpperCase()));
  node.href = '/sim/media/' + line.more.media;
  node.download = name;
  return node;
}

const size = bytes => bytes < 1024 ? bytes + ' B' : bytes < 1048576 ? (bytes / 1024).toFixed(1) + ' KB' : (bytes / 1048576).toFixed(1) + ' MB';

// Addresses, and the one tag that a text message knows.
function rich(text) {
  const parts = document.createDocumentFragment();
  for (const piece of text.split(/(<a href="[^"]+">[^<]*<\/a>|(?:https?:\/\/|www\.)[\w./?=&%:#+-]+)/)) {
    const tagged = /^<a href="([^"]+)">([^<]*)<\/a>$/.exec(piece);
    const to = tagged ? tagged[1] : /^(https?:\/\/|www\.)/.test(piece) ? piece : '';
    parts.append(to ? anchor(to, tagged ? tagged[2] : piece) : piece);
  }
  return parts;
}

function anchor(to, text) {
  const a = el('a', '', text);
  // The platform's log-in is played here.
  a.href = to.replace(/^https:\/\/open\.weixin\.qq\.com(?=\/connect\/)/, '').replace(/^www\./, 'http://www.');
  a.target = '_blank';
  a.rel = 'noopener';
  return a;
}

const nearBottom = () => $('chat').scrollHeight - $('chat').scrollTop - $('chat').clientHeight < 160;

function append(line) {
  if (lines.some(l => l.id === line.id)) return;
  const stay = nearBottom() || line.from === 'person';
  lines.push(line);
  $('chat').append(row(line, lines[lines.length - 2]));
  if (stay) {
    while ($('chat').children.length > MOST) {
      $('chat').firstElementChild.remove();
      from++;
    }
    bottom();
  }
  if (line.from === 'bot') chips();
}

function change(line) {
  const at = lines.findIndex(l => l.id === line.id);
  if (at < 0) return;
  lines[at] = line;
  $('chat').querySelector('[data-id="' + line.id + '"]')?.replaceWith(row(line, lines[at - 1]));
  chips();
}

function scrolled() {
  stuck = nearBottom();
  earlier();
}

function earlier() {
  if ($('chat').scrollTop > 400 || from === 0) return;
  const until = from;
  from = Math.max(0, from - STEP);
  const height = $('chat').scrollHeight;
  const top = $('chat').scrollTop;
  $('chat').prepend(...lines.slice(from, until).map((line, i) => row(line, lines[from + i - 1])));
  $('chat').scrollTop = top + $('chat').scrollHeight - height;
}

const NOT_WORDS = /姓名|序号|编号|学号|<|＜|理由|内容|^\d+$/;
export function suggestions(text) {
  const found = [...text.matchAll(/^\s*(\d{1,2})[ .、．]\s?(\S[^：:\n]{0,20})$/gm)].map(m => [m[1] + ' ' + m[2], m[1]]);
  for (const m of text.matchAll(/(?:回复|说|发)((?:“[^”\n]{1,14}”[、或，]?)+)/g)) {
    for (const word of m[1].matchAll(/“([^”]+)”/g)) found.push([word[1], word[1]]);
  }
  for (const m of text.matchAll(/回复[：:] ?([^\s。；，、（）]+)[。；，]?$/gm)) found.push([m[1], m[1]]);
  const seen = new Set();
  return found.filter(([label, says]) => !seen.has(says) && seen.add(says) && !(label === says && NOT_WORDS.test(says))).slice(0, 8);
}

function chips() {
  const last = [...lines].reverse().find(l => l.from === 'bot' && l.kind === 'text' && !l.more.recalled);
  $('chips').replaceChildren(...(last ? suggestions(last.text) : []).map(([label, says]) => button('chip', label, () => say(says))));
}

export async function say(text) {
  if (!state.current || !text.trim()) return null;
  return deliver('/sim/say', {text: text.trim()});
}

async function tap(line, key, selected) {
  await deliver('/sim/tap', {line: line.id, key, selected});
}

export async function deliver(path, more) {
  const userid = state.current.userid;
  typing(1);
  try {
    return await api(path, {userid, ...more});
  } catch (e) {
    toast('没有送到机器人：' + e.message);
    return null;
  } finally {
    typing(-1);
    emit('answered');
  }
}

function typing(step) {
  waiting = Math.max(0, waiting + step);
  $('chat').classList.toggle('typing', waiting > 0);
}

async function upload(file) {
  if (!file || !state.current) return;
  const form = new FormData();
  form.append('userid', state.current.userid);
  form.append('kind', /\.(png|jpe?g)$/i.test(file.name) ? 'image' : 'file');
  form.append('media', file);
  typing(1);
  const answer = await fetch('/sim/upload', {method: 'POST', body: form});
  typing(-1);
  if (!answer.ok) toast('平台不收这个文件：' + ((await answer.json()).error || ''));
}

function showClient() {
  document.body.classList.toggle('plugin', state.current?.client === 'plugin');
  [...$('clients').children].forEach(b => {
    const chosen = b.dataset.client === (state.current?.client || 'wecom');
    b.setAttribute('aria-checked', String(chosen));
    b.tabIndex = chosen ? 0 : -1;
  });
}

async function setClient(client) {
  await api('/sim/person', {userid: state.current.userid, client});
  state.current.client = client;
  showClient();
  await load();
  emit('settings');
}

function grow() {
  $('text').style.height = 'auto';
  $('text').style.height = Math.min(120, $('text').scrollHeight + 2) + 'px';
  $('text').style.overflowY = $('text').scrollHeight > 120 ? 'auto' : 'hidden';
}

export function startChat() {
  $('chat').onscroll = scrolled;
  // Whoever reads the newest goes on reading it when quick replies come or the phone is turned.
  new ResizeObserver(() => { if (stuck) bottom(); }).observe($('chat'));
  $('form').onsubmit = e => {
    e.preventDefault();
    const text = $('text').value;
    $('text').value = '';
    grow();
    say(text);
  };
  $('text').oninput = grow;
  $('text').onkeydown = e => {
    if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) {
      e.preventDefault();
      $('form').requestSubmit();
    }
  };
  $('file').onchange = () => { upload($('file').files[0]); $('file').value = ''; };
  $('back').onclick = () => { location.hash = ''; };
  [...$('clients').children].forEach(b => { b.onclick = () => setClient(b.dataset.client); });
  $('clients').onkeydown = e => {
    if (e.key !== 'ArrowLeft' && e.key !== 'ArrowRight') return;
    const other = [...$('clients').children].find(b => b !== document.activeElement);
    other.focus();
    other.click();
  };
  on('line', ({userid, line}) => { if (state.current && same(userid, state.current.userid)) append(line); });
  on('change', ({userid, line}) => { if (state.current && same(userid, state.current.userid)) change(line); });
}

const FALLBACK = [{name: '开始核对', key: '开始核对'}, {name: '图像校对', key: '图像校对'}, {name: '进度', key: '进度'}, {name: '帮助', key: '帮助'}];
export async function drawMenu() {
  const {published, menu} = await api('/sim/menu');
  const tops = published ? menu.button : FALLBACK;
  $('menu').style.setProperty('--columns', tops.length);
  $('menu').title = published ? '' : '还没有发布菜单（gradcheck menu publish），先用这四个词';
  $('menu').replaceChildren(...tops.map(top => top.sub_button?.length ? parent(top) : leaf(top, 'top')));
}

function leaf(entry, className) {
  const node = button(className, entry.name, () => {
    closeMenus();
    if (entry.type === 'view') window.open(anchor(entry.url, '').href, '_blank', 'noopener');
    deliver('/sim/menu', entry.type === 'view' ? {event: 'view', key: entry.url} : {key: entry.key});
  });
  node.setAttribute('role', 'menuitem');
  return node;
}

function parent(top) {
  const sub = el('div', 'sub', ...top.sub_button.map(entry => leaf(entry, '')));
  sub.setAttribute('role', 'menu');
  sub.hidden = true;
  const node = button('top', '≡ ' + top.name, () => {
    const opens = sub.hidden;
    closeMenus();
    sub.hidden = !opens;
    node.setAttribute('aria-expanded', String(opens));
    if (opens) sub.firstElementChild.focus();
  });
  node.setAttribute('role', 'menuitem');
  node.setAttribute('aria-haspopup', 'menu');
  node.setAttribute('aria-expanded', 'false');
  const both = el('div', 'entry', sub, node);
  both.onkeydown = e => { if (e.key === 'Escape') { closeMenus(); node.focus(); } };
  return both;
}

export function closeMenus() {
  document.querySelectorAll('.menu .sub').forEach(sub => { sub.hidden = true; });
  document.querySelectorAll('.menu [aria-expanded]').forEach(b => b.setAttribute('aria-expanded', 'false'));
}
