// The people on the left: state, search, filters, what is unread.
import {$, api, avatar, button, el, emit, on, ROLES, same, state} from './base.js';

const FILTERS = [['全部', () => true], ['未核对', p => p.state === '未核对'], ['已核对', p => p.role === 'student' && p.state !== '未核对'], ['老师', p => p.role === 'secretary' || p.role === 'office']];
// What is special about some of the sample's people; another roster has none of them.
const CAST = {320230100001: '信息都对', 320230100002: '民族登记错了', 320230100003: '照片还没采集', 320230100004: '刚成为预备党员', 320230100005: '出生日期和证件号不一致', 320230100008: '香港身份证', 'jm-xinxi': '王五、李四的教学秘书'};
const ORDER = ['320230100001', '320230100002', 'jm-xinxi', '320230100003'].concat(Object.keys(CAST));
const isCast = p => CAST[p.userid] !== undefined;
const GROUPS = [['先认识几位', isCast], ['老师', p => !isCast(p) && (p.role === 'secretary' || p.role === 'office')], ['毕业生', p => !isCast(p) && p.role === 'student'], ['名单之外', p => p.role === 'stranger']];
const MOST = 300;
const unread = new Map();
let filter = FILTERS[0];

export async function loadPeople() {
  state.people = await api('/sim/people');
  draw();
}

let planned;
export function soon() {
  clearTimeout(planned);
  planned = setTimeout(() => loadPeople().catch(() => {}), 250);
}

function matches(person, wanted) {
  return filter[1](person) && (!wanted || [person.name, person.userid, person.class, person.college, person.state].join(' ').toLowerCase().includes(wanted));
}

function draw() {
  const wanted = $('search').value.trim().toLowerCase();
  const found = state.people.filter(p => matches(p, wanted)).slice(0, MOST);
  const list = $('people');
  const scroll = list.scrollTop;
  list.replaceChildren(...GROUPS.flatMap(([title, belongs]) => {
    const members = found.filter(belongs);
    if (belongs === isCast) members.sort((one, other) => ORDER.indexOf(one.userid) - ORDER.indexOf(other.userid));
    if (!members.length) return [];
    const group = el('div', 'group', el('h2', '', title + ' ' + members.length), ...members.map(item));
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', title);
    return [group];
  }));
  if (!found.length) list.append(el('p', 'empty', '没有找到。换个姓名、学号或班级试试。'));
  const selected = list.querySelector('[aria-selected=true]') || list.querySelector('[role=option]');
  if (selected) selected.tabIndex = 0;
  list.scrollTop = scroll;
  tally();
}

function item(person) {
  const node = el('div', 'person', avatar(person),
    el('span', 'what', el('b', '', person.name), el('small', '', CAST[person.userid] || (person.role === 'student' ? person.class : [ROLES[person.role], person.college].filter(Boolean).join(' · ')))),
    marks(person));
  node.role = 'option';
  node.tabIndex = -1;
  node.id = 'p-' + person.userid;
  node.setAttribute('aria-selected', String(!!state.current && same(person.userid, state.current.userid)));
  node.onclick = () => { location.hash = person.userid; };
  return node;
}

function marks(person) {
  const count = unread.get(person.userid.toLowerCase());
  const tag = person.state ? el('span', 'tag ' + ({无误: 'done', 有更正: 'fixed'}[person.state] || ''), person.state) : '';
  return el('span', 'marks',
    person.reach !== 'ok' ? el('span', 'tag off', person.reach === 'outside' ? '不可见' : '无许可') : '',
    person.client === 'plugin' ? el('span', 'tag', '微信') : '', tag,
    count ? el('span', 'count', String(count > 99 ? '99+' : count)) : '');
}

function tally() {
  const students = state.people.filter(p => p.role === 'student');
  const done = students.filter(p => p.state !== '未核对').length;
  $('tally').textContent = '已核对 ' + done + ' / ' + students.length;
  $('meter').setAttribute('aria-label', $('tally').textContent);
  $('meter').firstElementChild.style.width = (students.length ? 100 * done / students.length : 0) + '%';
}

function move(event) {
  const steps = {ArrowDown: 1, ArrowUp: -1, Home: -1e9, End: 1e9}[event.key];
  const options = [...$('people').querySelectorAll('[role=option]')];
  const at = options.indexOf(document.activeElement);
  if (steps !== undefined && options.length) {
    event.preventDefault();
    options[Math.max(0, Math.min(options.length - 1, at + steps))].focus();
  } else if ((event.key === 'Enter' || event.key === ' ') && at >= 0) {
    event.preventDefault();
    options[at].click();
  }
}

export function startPeople() {
  $('filters').append(...FILTERS.map(one => {
    const node = button('', one[0], () => {
      filter = one;
      [...$('filters').children].forEach(b => b.setAttribute('aria-pressed', String(b === node)));
      draw();
    });
    node.setAttribute('aria-pressed', String(one === filter));
    return node;
  }));
  $('search').oninput = draw;
  $('search').onkeydown = e => { if (e.key === 'ArrowDown') { e.preventDefault(); $('people').querySelector('[role=option]')?.focus(); } };
  $('people').onkeydown = move;
  on('picked', () => { if (state.current) unread.delete(state.current.userid.toLowerCase()); draw(); });
  on('line', ({userid, line}) => {
    const looked = state.current && same(userid, state.current.userid);
    if (line.from === 'bot' && !looked) unread.set(userid.toLowerCase(), (unread.get(userid.toLowerCase()) || 0) + 1);
    soon();
  });
  on('settings', soon);
}
