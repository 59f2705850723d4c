// The chat page: picks a person, chats as them, shows what the bot stored. All text goes in as text, never as HTML.
const $ = id => document.getElementById(id);
const api = async (path, body) => {
  const answer = await fetch(path, body ? {method: 'POST', body: JSON.stringify(body)} : undefined);
  return answer.json();
};
const el = (tag, className, text) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
};
const ROLES = {student: '学生', secretary: '教秘', office: '教务处', stranger: '陌生人'};
const ROWS = {conversation: '正在进行的对话', confirmation: '确认（只增不改）', correction: '更正', photo: '照片与学信网'};
const VALUES = {WEB: '学信网照片', OWN_CHECK: '照片校对', CHSI_RECORD: '学信网学籍信息', RETAKEN: '换过照片', NEWEST: '网上是最新的', PAPER: '纸质照片', SUBMITTED: '注册系统'};
const shownAs = value => typeof value === 'object' ? JSON.stringify(value) : /^\d{4}-\d\d-\d\dT.*Z$/.test(value) ? new Date(value).toLocaleString('zh-CN', {timeZone: 'Asia/Shanghai'}) : VALUES[value] || String(value);
const NAMES = {flow: '哪一项', question: '正在问', answers: '草稿', receipt: '回执号', result: '结果', version: '第几版', at: '时间', tag: '编号', field: '字段', state: '状态', fact: '哪件事', value: '情况'};
const MENU = ['开始核对', '图像校对', '进度', '帮助'];
const MOST_BUBBLES = 200;
let people = [];
let current = null;
let shown = 0;

async function loadPeople() {
  people = await api('/sim/people');
  renderPeople();
}

function renderPeople() {
  const wanted = $('search').value.trim().toLowerCase();
  const list = $('people');
  list.replaceChildren(...people.filter(p => !wanted || (p.name + p.userid).toLowerCase().includes(wanted)).slice(0, 300).map(person => {
    const item = el('li');
    item.tabIndex = 0;
    item.role = 'option';
    item.setAttribute('aria-selected', String(current && person.userid === current.userid));
    if (person.state) item.append(el('span', 'tag ' + (person.state === '无误' ? 'done' : person.state === '有更正' ? 'fixed' : ''), person.state));
    item.append(el('span', '', person.name), el('small', '', [ROLES[person.role], person.class || person.college].filter(Boolean).join(' · ')));
    item.onclick = () => { location.hash = person.userid; };
    item.onkeydown = e => { if (e.key === 'Enter') item.onclick(); };
    return item;
  }));
}

async function pick(userid) {
  current = people.find(p => p.userid === userid) || null;
  document.body.classList.toggle('chatting', !!current);
  if (!current) return;
  $('name').textContent = current.name;
  $('who').textContent = [ROLES[current.role], current.college, current.class, current.userid].filter(Boolean).join(' · ');
  shown = 0;
  $('chat').replaceChildren();
  renderPeople();
  const chat = await api('/sim/chat/' + encodeURIComponent(userid));
  if (!chat.length) await api('/sim/enter', {userid});
  await refresh();
  $('text').focus();
}

function links(text) {
  const parts = document.createDocumentFragment();
  for (const piece of text.split(/((?:https?:\/\/|www\.)[\w./?=&%-]+)/)) {
    if (/^(https?:\/\/|www\.)/.test(piece)) {
      const a = el('a', '', piece);
      a.href = piece.startsWith('www.') ? 'http://' + piece : piece;
      a.target = '_blank';
      a.rel = 'noopener';
      parts.append(a);
    } else parts.append(piece);
  }
  return parts;
}

async function refresh() {
  if (!current) return;
  const userid = current.userid;
  const chat = await api('/sim/chat/' + encodeURIComponent(userid));
  if (!current || current.userid !== userid) return;
  const last = chat.length ? chat[chat.length - 1].id : 0;
  if (last !== shown) {
    shown = last;
    $('chat').replaceChildren(...chat.slice(-MOST_BUBBLES).map(line => {
      const bubble = el('div', 'bubble ' + line.from);
      bubble.append(links(line.text));
      return bubble;
    }));
    $('chat').scrollTop = $('chat').scrollHeight;
    chips(chat.filter(l => l.from === 'bot').pop());
    await inspect();
  }
}

function chips(line) {
  const found = [];
  if (line) {
    for (const m of line.text.matchAll(/^(\d) (\S.*)$/gm)) found.push([m[1] + ' ' + m[2], m[1]]);
    for (const m of line.text.matchAll(/回复[：:] ?(\S+)|回复“([^”]+)”/g)) found.push([m[1] || m[2], m[1] || m[2]]);
  }
  const seen = new Set();
  $('chips').replaceChildren(...found.filter(([, says]) => !seen.has(says) && seen.add(says)).slice(0, 6).map(([label, says]) => {
    const button = el('button', '', label);
    button.type = 'button';
    button.onclick = () => say(says);
    return button;
  }));
}

async function say(text) {
  if (!current || !text) return;
  await api('/sim/say', {userid: current.userid, text});
  await refresh();
  loadPeople();
}

async function inspect() {
  const about = await api('/sim/person/' + encodeURIComponent(current.userid));
  $('rows').replaceChildren(...(about.rows || []).map(row => {
    const item = el('div', 'item');
    item.append(el('b', '', ROWS[row.table] || row.table));
    for (const [name, value] of Object.entries(row)) {
      if (name !== 'table') item.append(el('span', '', (NAMES[name] || name) + '：'), shownAs(value), el('br'));
    }
    return item;
  }));
  const messages = [...(about.outbox || []), ...(about.ledger || [])];
  $('ledger').replaceChildren(...messages.map(m => {
    const item = el('div', 'item');
    item.append(el('b', '', m.kind.startsWith('reminder') ? '提醒' : '消息'), el('span', '', shownAs(m.at) + ' ' + (m.outcome || '等待发送')));
    return item;
  }));
  const bad = await api('/sim/violations');
  $('violations').className = bad.length ? 'bad' : '';
  $('violations').textContent = bad.length ? bad.join('\n') : '没有';
}

async function setClock(moment) {
  $('moment').value = moment;
  await api('/sim/clock', {now: moment + ':00+08:00'});
  await showTime();
  await refresh();
}

async function showTime() {
  const {now} = await api('/sim/now');
  $('now').textContent = '机器人的现在：' + new Date(now).toLocaleString('zh-CN', {timeZone: 'Asia/Shanghai'});
}

$('form').onsubmit = e => { e.preventDefault(); const text = $('text').value; $('text').value = ''; say(text); };
$('clock').onsubmit = e => { e.preventDefault(); if ($('moment').value) setClock($('moment').value); };
document.querySelectorAll('[data-at]').forEach(b => { b.onclick = () => setClock(b.dataset.at); });
$('search').oninput = renderPeople;
$('back').onclick = () => { location.hash = ''; };
$('menu').replaceChildren(...MENU.map(word => {
  const button = el('button', '', word);
  button.onclick = async () => { if (current) { await api('/sim/menu', {userid: current.userid, key: word}); await refresh(); } };
  return button;
}));
window.onhashchange = () => pick(decodeURIComponent(location.hash.slice(1)));
await loadPeople();
await showTime();
if (location.hash) await pick(decodeURIComponent(location.hash.slice(1)));
new EventSource('/sim/events').addEventListener('line', event => {
  const {userid} = JSON.parse(event.data);
  if (current && userid.toLowerCase() === current.userid.toLowerCase()) refresh().catch(() => {});
});
setInterval(() => loadPeople().catch(() => {}), 5000);
