import { secretaryWords } from '../../../../words/rooms/secretary'
import { inRoom } from '../inRoom'
import { desk, branch, secretary, officers, near, above, studies } from '../places'
import { about, deskOrOffice, namedOffice, officer, oneOffice, where, type Asked } from '../reader'

/** Who may read each page of a secretary's own tools. */
export const guarded = inRoom(secretaryWords, {
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
  studyReports: about('taskId', 'file', '学习心得', secretary),
  studyBoard: studies,
  runCourses: studies,
  courseSeen: about('courseId', 'play', '谁学了一门课', branch),
  trainings: studies,
  books: branch,
  loans: branch,
  materials: studies,
  material: about('materialId', 'file', '一样材料', officer(above('管学习'))),
})
