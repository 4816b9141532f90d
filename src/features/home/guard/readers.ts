import type { AskedBy, routes } from '../../../../core/shared/routes'
import { elsewhere } from './handedOn'
import {
  about,
  agreed,
  anyone,
  type Asked,
  deskOrOffice,
  known,
  met,
  namedOffice,
  officer,
  onDesk,
  oneOffice,
  type Reader,
  where,
} from './reader'

const desk = {
  icon: 'desk',
  title: '这里是支部书记的工作台',
  hint: '您现在不是支部书记。如果应该由您来办，请联系上级党组织。',
} as const
const branch = onDesk(desk)
const secretary = officer({ roles: ['secretary'], ...desk })

const officers = {
  roles: ['secretary', 'leader', 'liaison', 'street', 'bureau'],
  icon: 'people',
  title: '这里给支部书记、组长、联络员和上级党组织用',
  hint: '如果应该由您来看，请联系支部书记。',
} as const
const anyOffice = namedOffice(officers, deskOrOffice(officers))

const near = ['secretary', 'leader', 'liaison'] as const
const nearby = { roles: near, icon: 'people', title: '这里给支部书记、组长和联络员用', hint: '如果应该由您来办，请联系支部书记。' } as const

/** Those above a branch, and its secretary, who see its figures. */
const above = (what: string) =>
  ({
    roles: ['secretary', 'street', 'bureau'],
    icon: 'chart',
    title: `这里是支部、街道和老干部局${what}的地方`,
    hint: '如果应该由您来看，请联系上级党组织。',
  }) as const
const board = (what: string) => namedOffice(above(what), oneOffice(above(what)))

const stations = board('管服务站点')
const surveys = board('办测评')
const studies = board('管学习')

const rhythm = {
  roles: ['secretary', 'street', 'bureau'],
  icon: 'clock',
  title: '这里定多久联系一次老同志',
  hint: '由支部书记、街道和老干部局来定。',
} as const

/** Those who make branches and name their secretaries. */
const offices = {
  roles: ['bureau', 'street'],
  icon: 'people',
  title: '这里给街道和老干部局用',
  hint: '如果应该由您来办，请联系老干部局。',
} as const

const pages = {
  home: known,
  activities: known,
  // To ring 120 one need be no one in particular.
  help: anyone,
  emergency: anyone,
  mine: known,
  activity: known,
  // A code may lead on to a post or to a kiosk, which are open to strangers.
  signIn: where((asked: Asked<'q'>) => elsewhere(asked) !== undefined, anyone, known),
  inbox: known,
  data: known,
  family: known,
  // An opened invitation asks for the agreement itself, so that one tap does both.
  bind: where((asked: Asked<'invite'>) => asked('invite') !== undefined, met, agreed),
  privacy: anyone,
  // The shared tablet belongs to no person: its token is what opens it.
  kiosk: anyone,
  gallery: anyone,

  desk: branch,
  branchActivities: namedOffice({ roles: ['secretary'], ...desk }, branch),
  manage: about('activityId', 'desk', '一次活动，要做的都在这里', secretary),
  publish: where((asked: Asked<'activityId'>) => asked('activityId') !== undefined, secretary, branch),
  receipts: about('activityId', 'notice', '一次通知谁读了、谁没读', secretary),
  door: about('activityId', 'qr', '一次活动的签到屏', secretary),
  tablet: about('activityId', 'tablet', '一次活动的签到机', secretary),
  sheet: about('activityId', 'list', '一次活动的签到表', secretary),
  record: about('activityId', 'edit', '一次活动的记录', secretary),
  templates: branch,
  yearPlan: branch,
  roster: branch,
  import: branch,
  person: about('memberId', 'me', '名册里的一位同志', branch),
  invite: about('memberId', 'person-add', '一位同志的邀请码', officer({ ...desk, roles: ['secretary', 'street', 'bureau'] })),
  inviteAll: branch,
  joining: namedOffice(
    { ...officers, roles: ['secretary', 'street', 'bureau'] },
    oneOffice({ ...officers, roles: ['secretary', 'street', 'bureau'] }),
  ),
  people: branch,
  posts: branch,
  runPost: about('postId', 'serve', '一个服务岗位来了谁、还缺谁', secretary),
  publishPost: branch,
  changePost: about('postId', 'edit', '一个服务岗位，也在这里改', secretary),
  requestDesk: oneOffice(
    { roles: near, icon: 'desk', title: '这里是支部书记、组长和联络员看求助的地方', hint: '如果应该由您来看，请联系支部书记。' },
    (asked: Asked<'orgId'>) => ({ label: '先看哪里的求助？', first: asked('orgId') }),
  ),
  teams: namedOffice(
    { ...officers, roles: ['secretary', 'street', 'bureau'] },
    deskOrOffice({ ...officers, roles: ['secretary', 'street', 'bureau'] }),
  ),
  volunteers: oneOffice({
    roles: ['secretary', 'street', 'bureau'],
    icon: 'people',
    title: '这里核实自己报名来帮忙的志愿者',
    hint: '由支部书记、街道和老干部局来核实。',
  }),

  belonging: known,
  transfers: board('看组织关系接转'),
  startTransfer: branch,
  affiliates: branch,
  away: about('memberId', 'home', '一位同志外出住在哪里', known),
  mobile: board('看谁在外地'),
  committee: known,
  recordCommittee: board('登记支部班子'),
  pastCommittees: known,
  branchYear: known,
  talent: known,
  talents: board('找银发人才'),
  skills: board('看特长清单'),
  advisories: board('看顾问组'),
  advisory: about('id', 'talk', '一个顾问组', known),
  circles: known,
  circle: about('id', 'people', '一个兴趣小组', known),
  suggest: known,
  mySuggestions: known,
  adopted: known,
  suggestions: board('看建议'),
  suggestion: about('id', 'talk', '一条建议', officer(above('看建议'))),
  votes: known,
  vote: about('id', 'check', '一次投票', known),
  publishVote: board('发起投票'),
  rounds: known,
  round: about('id', 'talk', '一次金点子评选', known),
  openRound: board('组织金点子评选'),
  surveys: known,
  survey: about('id', 'edit', '一次不记名测评', known),
  surveyDesk: surveys,
  publishSurvey: surveys,
  surveyTeller: about('id', 'law', '监票人的钥匙', known),
  surveyResult: about('id', 'chart', '一次测评的结果', known),
  foundings: board('办成立支部'),

  card: known,
  elders: known,
  // A post is forwarded into chats: a stranger sees it, and says who they are when they take a shift.
  post: anyone,
  muster: known,
  musters: known,
  callMuster: board('发起应急集结'),
  musterList: known,
  service: known,
  ask: known,
  request: about('id', 'help', '一件求助办到哪里了', known),
  requests: known,
  helping: known,
  honours: known,
  // A certificate's code is scanned by people who are bound to no member.
  honour: anyone,
  myHonours: known,
  greeting: about('id', 'cake', '一张生日贺卡', known),
  publicCard: anyone,
  myCard: known,
  myBenefits: known,
  stations: known,
  station: where((asked: Asked<'scene'>) => asked('scene') !== undefined, known, about('id', 'place', '一个服务站', known)),

  pairings: namedOffice(officers, deskOrOffice(nearby)),
  helper: about('helperId', 'people', '一位同志联系着哪些老同志', secretary),
  elder: about('memberId', 'people', '一位老同志由谁联系', secretary),
  partners: branch,
  pledges: board('看共建承诺'),
  // The contact of a partner unit is bound to no member.
  partner: anyone,
  print: branch,
  point: branch,
  birthdays: branch,
  visits: known,
  visit: about('id', 'home', '一次走访，去过了也在这里登记', known),
  missing: board('看节日走访名单'),
  plan: branch,
  raise: deskOrOffice(nearby),
  visitSettings: branch,
  calendar: oneOffice(above('定走访日历')),
  special: where((asked: Asked<'mine' | 'orgId' | 'name'>) => asked('mine') !== undefined, known, anyOffice),
  carePerson: about('memberId', 'clock', '一位老同志多久联系一次', known),
  careSettings: namedOffice(rhythm, deskOrOffice(rhythm)),
  benefits: anyOffice,
  benefit: anyOffice,
  cases: known,
  case: about('id', 'talk', '一件请您看的事', known),
  openCase: deskOrOffice({ ...nearby, roles: ['secretary', 'street'] }),
  farewells: anyOffice,
  aftercare: about('memberId', 'file', '一位同志去世后，家里的事办到哪里了', known),
  farewell: where(
    (asked: Asked<'memberId' | 'orgId'>) => (asked('memberId') ?? asked('orgId')) !== undefined,
    officer({ ...desk, roles: ['secretary', 'street'] }),
    branch,
  ),

  consult: known,
  hours: about('id', 'calendar', '可以约的一位医生、律师', known),
  hoursDesk: about('id', 'desk', '一次坐班来了谁', known),
  keepHours: board('排医生、律师坐班'),
  wishes: known,
  wish: about('id', 'hand', '一次陪同看病、一个心愿办到哪里了', known),
  keepWishes: anyOffice,

  requestBoard: board('看求助看板'),
  ladder: board('定求助找人时间'),
  overview: board('看工作看板'),
  gaps: board('看谁还没有结对'),
  organization: board('看组织'),
  myStudy: known,
  studyTask: about('id', 'file', '一样学习，学好了在这里说', known),
  studyTasks: branch,
  studyProgress: about('taskId', 'file', '一样学习，谁学好了、谁还没有', secretary),
  review: about('id', 'talk', '组织生活会和民主评议，自己要写的在这里', known),
  elections: known,
  election: about('activityId', 'done', '一次选举', known),
  electionPrepare: about('activityId', 'edit', '准备一次选举', branch),
  electionCount: about('id', 'edit', '一次选举的计票', known),
  electionBallot: about('id', 'check', '一次选举的选票', known),
  electionSeat: about('id', 'people', '新班子第一次会议', branch),
  reviewDesk: about('activityId', 'talk', '组织生活会和民主评议，一步一步办', known),
  book: namedOffice(above('做三会一课记录本'), branch),
  rhythm: namedOffice(officers, deskOrOffice(officers)),
  rhythmOverdue: namedOffice(offices, oneOffice(offices)),
  rhythmRules: namedOffice(offices, oneOffice(offices)),
  studyReports: about('taskId', 'file', '学习心得', secretary),
  studyBoard: studies,
  notes: known,
  courses: known,
  course: about('id', 'play', '一门课', known),
  runCourses: studies,
  courseSeen: about('courseId', 'play', '谁学了一门课', branch),
  trainings: studies,
  shelf: known,
  books: branch,
  loans: branch,
  bring: about('memberId', 'people', '给谁送学上门', officer(nearby)),
  materials: studies,
  material: about('materialId', 'file', '一样材料', officer(above('管学习'))),
  regulations: board('查规定'),
  committees: namedOffice(offices, oneOffice(offices)),
  myBranches: known,
  branchVisit: about('branchId', 'place', '一个支部，联络员在这里登记走访', known),
  report: about('branchId', 'file', '支部的工作报告', officer({ ...desk, roles: ['secretary'] })),
  liaisons: namedOffice(offices, oneOffice(offices)),
  nameLiaison: about('branchId', 'person-add', '一个支部的联络员', officer(offices)),
  branchReport: about('branchId', 'file', '支部的工作报告', officer(offices)),
  coverage: namedOffice(offices, oneOffice(offices)),
  start: oneOffice(offices),
  runStations: stations,
  editStation: stations,
  duty: about('stationId', 'calendar', '一个服务站谁哪天值班', officer(above('排班'))),
  stationWords: stations,
  doorCode: about('stationId', 'qr', '一个服务站门口贴的码', officer(above('管服务站点'))),
  officers: oneOffice(offices),
  importAll: oneOffice({
    roles: ['street', 'bureau'],
    icon: 'people',
    title: '这里给街道和老干部局导入各支部的花名册',
    hint: '只导入本支部的，请支部书记在花名册里办。',
  }),
  health: oneOffice({
    roles: ['bureau'],
    icon: 'list',
    title: '这里给老干部局的技术人员用',
    hint: '如果应该由您来看，请联系老干部局。',
  }),
  find: oneOffice({ ...offices, icon: 'search', title: '这里给街道和老干部局找人' }),
  found: about('memberId', 'people', '一位同志的情况', officer({ ...offices, title: '这里给街道和老干部局看一位同志的情况' })),
}

export type PageName = keyof typeof routes
/** What an address of this page may name. */
export type AskedOf<P extends PageName> = AskedBy<(typeof routes)[P]>

type Givens = { [P in PageName]: (typeof pages)[P] extends Reader<infer G, AskedOf<P>> ? G : never }
/** What a page is given by its guard. */
export type GivenTo<P extends PageName> = Givens[P]

/** Who may read each page: none is without its line. The cloud judges every operation all the same; this decides what a person is shown. */
export const readers: { readonly [P in PageName]: Reader<Givens[P], AskedOf<P>> } = pages
