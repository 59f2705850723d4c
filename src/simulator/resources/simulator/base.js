// What every part of the page uses. All text goes in as text, never as HTML.
export const $ = id => document.getElementById(id);

export const el = (tag, className, ...children) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.filter(child => child !== undefined && child !== null && child !== ''));
  return node;
};

export const button = (className, label, act) => {
  const node = el('button', className, label);
  node.type = 'button';
  node.onclick = act;
  return node;
};

export async function api(path, body) {
  const answer = await fetch(path, body === undefined ? undefined : {method: 'POST', body: JSON.stringify(body)});
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.error || '没有成功（' + answer.status + '）');
  return told;
}

export const userPath = (path, userid) => path + encodeURIComponent(userid);

const ZONE = {timeZone: 'Asia/Shanghai'};
export const clock = at => new Date(at).toLocaleTimeString('zh-CN', {...ZONE, hour: '2-digit', minute: '2-digit'});
export const day = at => new Date(at).toLocaleDateString('zh-CN', {...ZONE, month: 'long', day: 'numeric'});
export const moment = at => day(at) + ' ' + clock(at);
export const fullMoment = at => new Date(at).toLocaleDateString('zh-CN', {...ZONE, year: 'numeric', month: 'long', day: 'numeric', weekday: 'short'}) + ' ' + clock(at);
// The platform's zone has no summer time.
export const local = at => new Date(new Date(at).getTime() + 8 * 3600e3).toISOString().slice(0, 16);
export const ROLES = {student: '毕业生', secretary: '教学秘书', office: '教务处', stranger: '不在名单里'};

const HUES = [212, 158, 28, 268, 340, 188, 48, 300];
export function avatar(person) {
  const sum = [...person.userid].reduce((total, c) => total + c.charCodeAt(0), 0);
  const node = el('span', 'avatar', person.name.endsWith('老师') ? person.name[0] : [...person.name].pop() || '?');
  node.style.setProperty('--hue', HUES[sum % HUES.length]);
  node.setAttribute('aria-hidden', 'true');
  return node;
}

let hide;
export function toast(text, act) {
  const node = $('toast');
  node.replaceChildren(text);
  if (act) node.append(button('', act[0], () => { node.classList.remove('shown'); act[1](); }));
  node.classList.add('shown');
  clearTimeout(hide);
  hide = setTimeout(() => node.classList.remove('shown'), 7000);
}

// Who is looked at, and who there is; the parts of the page listen for what they show.
const listeners = {};
export const on = (name, act) => { (listeners[name] ||= []).push(act); };
export const emit = (name, about) => { (listeners[name] || []).forEach(act => act(about)); };
export const state = {people: [], current: null};
export const same = (one, other) => one.toLowerCase() === other.toLowerCase();
export const person = userid => state.people.find(p => same(p.userid, userid));
