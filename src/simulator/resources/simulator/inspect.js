// What the bot stored and sent about the person who is looked at, in words for readers who don't program.
import {$, api, button, el, moment, on, person, ROLES, same, state, userPath} from './base.js';

const FIELDS = {XH: '学号', XM: '姓名', XB: '性别', CSRQ: '出生日期', MZ: '民族', ZZMM: '政治面貌', ZJLX: '证件类型', SFZH: '证件号码', FY: '学院', ZYMC: '专业', BH: '班级', CC: '层次', XZ: '学制', RXRQ: '入学日期', YJBYRQ: '预计毕业日期', KSH: '考生号'};
const FLOWS = {record: '学籍核对', photo: '图像校对', binding: '认人'};
const QUESTIONS = {'record.notice': '等本人读完通知', 'record.record': '等本人逐项看完', 'record.value': '等本人写正确的内容', 'record.reason': '问为什么要重新核对', 'record.holding': '问持有哪种证件', 'record.since': '问是什么时候变的', 'record.web': '问学信网上是新的还是旧的', 'record.party': '问向党委确认过没有', 'record.drop': '问要不要放弃这条更正', 'record.drop-all': '问要不要放弃全部更正', 'record.summary': '等本人说“我确认”', 'photo.web': '问在学信网看没看到照片', 'photo.own': '问照片对不对', 'photo.retaken': '问重拍过没有', 'photo.newest': '问网上是不是最新的', 'photo.paper': '问纸质照片是不是最新的', 'photo.record': '问学信网信息对不对'};
const FACTS = {WEB: '学信网照片', OWN_CHECK: '本人看照片', CHSI_RECORD: '学信网学籍信息', RETAKEN: '重拍过', NEWEST: '网上是最新照片', PAPER: '纸质照片', SUBMITTED: '注册系统'};
const OUTCOMES = [[/^sent/, '已送达', 'good'], [/^dropped/, '发出前一刻发现不必发了', ''], [/^refused: not reachable|81013|60111/, '收不到：不在可见范围或没有许可', 'bad'], [/^refused/, '平台拒收', 'bad'], [/^given up/, '试了多次，放弃了', 'bad'], [/^try later: rate/, '平台限流，过一会儿再发', 'wait'], [/^try later/, '平台没收，过一会儿再发', 'wait'], [/^unknown/, '没等到平台的回音，会原样再发一次（不会重复）', 'wait']];

const entry = (icon, title, text, at, className) => el('li', className || '', el('span', 'dot', icon), el('div', '', el('b', '', title), text ? el('p', '', text) : '', at ? el('time', '', moment(at)) : ''));

function stored(row) {
  if (row.table === 'student') return entry('人', '在毕业生名单上', '学历照片：' + row.photo + (row.muted ? '；本人停了提醒' : ''));
  if (row.table === 'conversation') return conversation(row);
  if (row.table === 'confirmation') return entry('✓', '确认，第 ' + row.version + ' 版：' + row.result, '回执号 ' + row.receipt + '。只能追加，改不了也删不掉' + (row.hash ? '；和上一条确认链在一起（' + row.hash.slice(0, 8) + '…）' : ''), row.at, 'good');
  if (row.table === 'correction') return entry('改', '更正 ' + row.tag + '：' + (FIELDS[row.field] || row.field), (row.before || '空') + ' → ' + row.after + '（' + row.state + '）', row.at, {已通过: 'good', 已退回: 'bad'}[row.state] || 'wait');
  if (row.table === 'photo') return entry('照', (FACTS[row.fact] || row.fact) + '：' + row.value, '', row.at);
  return entry('·', row.table, Object.entries(row).filter(([name]) => name !== 'table').map(([name, value]) => name + '：' + (typeof value === 'object' ? JSON.stringify(value) : value)).join('，'));
}

function conversation(row) {
  const drafts = Object.entries(row.answers || {}).filter(([name]) => name.startsWith('fix.')).map(([name, value]) => (FIELDS[name.slice(4)] || name.slice(4)) + '改为' + (name === 'fix.SFZH' ? '……' : value));
  return entry('…', '正在' + (FLOWS[row.flow] || row.flow), (QUESTIONS[row.flow + '.' + row.question] || '等本人回答') + (drafts.length ? '。草稿：' + drafts.join('，') : '') + '。', '', 'doing');
}

function sent(message) {
  const known = OUTCOMES.find(([pattern]) => pattern.test(message.outcome));
  const outcome = known || (message.state === 'settled' ? ['', message.outcome, ''] : ['', '等着发', 'wait']);
  const title = message.kind.startsWith('reminder') ? '提醒' : message.text ? message.text.split('\n')[0].slice(0, 26) : {card: '卡片', file: '文件', picture: '图片'}[message.kind] || '消息';
  return entry('↗', title, outcome[1] + (message.attempts > 1 ? '（试了 ' + message.attempts + ' 次）' : ''), message.at, outcome[2]);
}

const section = (title, hint, items, none) => [el('h3', '', title, hint ? el('small', '', hint) : ''), items.length ? el('ul', 'steps', ...items) : el('p', 'empty', none)];

let asked = 0;
export async function inspect() {
  const mine = ++asked;
  const panel = $('panel-rows');
  if (!state.current) {
    panel.replaceChildren(el('p', 'empty', '选一个人，这里就说清机器人为他记了什么、发了什么。'));
    return;
  }
  let about;
  try {
    about = await api(userPath('/sim/person/', state.current.userid));
  } catch (e) {
    if (mine === asked) panel.replaceChildren(el('p', 'empty', '机器人现在不在线，看不到它记了什么。'));
    return;
  }
  if (mine !== asked || !state.current) return;
  const staff = state.current.role !== 'student';
  panel.replaceChildren(
    ...section('存下来的', '数据库里此刻的样子', about.rows.map(stored), staff ? ROLES[state.current.role] + '没有自己的核对，查询只留查看记录。' : '还什么都没存。'),
    ...section('主动发出的', '发件箱和结果', [...about.outbox, ...about.ledger].map(sent), '没有。当场的回答不算在内，它随消息一起回去。'));
}

let planned;
const soon = () => { clearTimeout(planned); planned = setTimeout(inspect, 200); };

const DIRECTIONS = {to: '平台 → 机器人', from: '机器人 → 平台'};
const KINDS = {text: '一条文字', image: '一张图片', file: '一个文件', voice: '一段语音', enter_agent: '打开应用', click: '点菜单', view: '点菜单链接', template_card_event: '点卡片', gettoken: '取令牌', 'message/send': '发消息', 'message/update_template_card': '改卡片', 'media/upload': '上传文件', 'menu/create': '发布菜单', 'agent/get': '查可见范围', 'user/get': '查成员', 'auth/getuserinfo': '验证登录'};
const ERRCODES = {'errcode 0': '成功', 'errcode -1': '平台繁忙（-1）', 'errcode 45009': '超过频率（45009）', 'errcode 45033': '并发过高（45033）', 'errcode 42001': '令牌过期（42001）', 'errcode 81013': '一个人也收不到（81013）', 'HTTP 200': '收下了', 'HTTP 0': '没有回音', 'HTTP 502': '网关出错（502）', 'HTTP 503': '机器人请平台再送一次（503）'};
const MARKS = {retry: '平台重试', repeat: '重复投递', unanswered: '回答丢了', late: '晚到', busy: '故障', parallel: '故障', limit: '故障', server: '故障', token: '故障', lost: '收下后断线', timeout: '收下后超时', slow: '回得慢'};
const MOST = 120;

function wireEntry(one) {
  const names = one.who ? one.who.split('|').map(u => person(u.split(' ')[0])?.name || u).join('、') : '';
  return el('li', /^(errcode 0|HTTP 200)$/.test(one.result) ? '' : 'bad', el('div', '', el('b', '', KINDS[one.what] || one.what), el('small', '', DIRECTIONS[one.direction] + (names ? ' · ' + names : ''))), el('span', 'result', ERRCODES[one.result] || one.result, one.fault ? el('i', '', MARKS[one.fault] || one.fault) : ''));
}

async function wire() {
  const panel = $('panel-wire');
  if (panel.hidden) return;
  const [bad, advice, entries] = await Promise.all([api('/sim/violations'), api('/sim/advice'), api('/sim/wire')]);
  panel.replaceChildren(
    el('h3', '', '违反平台规定', el('small', '', '平台文档的页码写在后面')),
    bad.length ? el('ul', 'violations', ...bad.map(one => el('li', '', one))) : el('p', 'fine', '没有。机器人的每一次调用都合规。'),
    ...(advice.length ? [el('h3', '', '平台的建议', el('small', '', '不算违规，手机上可能被截断')), el('ul', 'advice', ...advice.map(one => el('li', '', one)))] : []),
    el('h3', '', '最近的往来', el('small', '', '新的在上面')),
    entries.length ? '' : el('p', 'empty', '还没有。'),
    el('ul', 'wire', ...entries.slice(-MOST).reverse().map(wireEntry)),
    button('plain', '存成测试', () => $('save').click()));
}

let plannedWire;
const soonWire = () => { clearTimeout(plannedWire); plannedWire = setTimeout(() => wire().catch(() => {}), 300); };

async function trouble() {
  const bad = await api('/sim/violations');
  $('badge').hidden = !bad.length;
  $('badge').textContent = bad.length;
  $('alarm').hidden = !bad.length;
  $('alarm').textContent = bad.length ? '机器人违反了平台规定（' + bad.length + '）：' + bad[bad.length - 1] : '';
  soonWire();
}

export function startInspect() {
  ['picked', 'answered', 'settings', 'clock'].forEach(name => on(name, soon));
  on('line', ({userid}) => { if (state.current && same(userid, state.current.userid)) soon(); });
  on('wire', soonWire);
  on('trouble', trouble);
  on('tab', id => { if (id === 'wire') soonWire(); });
  trouble().catch(() => {});
  inspect();
}
