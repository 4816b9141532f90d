import { Section } from '../../components/Card'
import { type Tile, Tiles } from '../../components/Tiles'
import { type Route, routes } from '../../../core/shared/routes'
import { go } from '../../platform/go'

const tile = (icon: Tile['icon'], words: string, to: Route): Tile => ({ icon, words, onPress: () => go(to) })

interface Props {
  branchId: string
  /** Where people sign in now. */
  door: Route
}

/** What a secretary does, in groups. */
export const DeskTools = ({ branchId, door }: Props) => (
  <>
    <Section title="通知活动">
      <Tiles
        tiles={[
          tile('notice', '发通知', routes.publish()),
          tile('qr', '扫码签到', door),
          tile('calendar', '所有活动', routes.branchActivities()),
          tile('repeat', '每月模板', routes.templates()),
          tile('calendar-done', '三会一课', routes.rhythm({ orgId: branchId })),
          tile('calendar-add', '年度计划', routes.yearPlan()),
          tile('home', '活动场地', routes.runVenues({ orgId: branchId })),
          tile('people', '兴趣小组', routes.circles({ orgId: branchId })),
          tile('camera', '支部这一年', routes.branchYear({ orgId: branchId })),
          tile('list', '记录本', routes.book({ orgId: branchId })),
        ]}
      />
    </Section>
    <Section title="学习">
      <Tiles
        tiles={[
          tile('file', '支部学习', routes.studyTasks()),
          tile('play', '课程', routes.runCourses()),
          tile('book', '党员书屋', routes.books()),
          tile('list', '学习材料', routes.materials()),
          tile('award', '集中培训', routes.trainings()),
          tile('chart', '学习情况', routes.studyBoard()),
        ]}
      />
    </Section>
    <Section title="关心走访">
      <Tiles
        tiles={[
          tile('steps', '走访', routes.plan()),
          tile('phone', '特殊关怀', routes.special()),
          tile('talk', '结对联系', routes.pairings()),
          tile('cake', '生日', routes.birthdays()),
          tile('people', '新老联手', routes.cases()),
          tile('wallet', '待遇', routes.benefits()),
          tile('id-card', '印服务卡', routes.print()),
        ]}
      />
    </Section>
    <Section title="求助服务">
      <Tiles
        tiles={[
          tile('help', '求助', routes.requestDesk({ orgId: branchId })),
          tile('serve', '服务岗位', routes.posts()),
          tile('notice', '应急集结', routes.musters({ orgId: branchId })),
          tile('hand', '服务队', routes.teams()),
          tile('swap', '共建承诺', routes.pledges()),
          tile('done', '志愿者', routes.volunteers()),
          tile('star-full', '银发人才', routes.talents()),
          tile('award', '荣誉', routes.honours({ orgId: branchId })),
          tile('law', '医生、律师', routes.keepHours({ orgId: branchId })),
          tile('illness', '陪同、心愿', routes.keepWishes({ orgId: branchId })),
          tile('place', '服务站点', routes.runStations({ orgId: branchId })),
        ]}
      />
    </Section>
    <Section title="创建考核">
      <Tiles
        tiles={[
          tile('award', '示范创建考核', routes.assessments({ orgId: branchId })),
          tile('edit', '述职', routes.debrief({ branchId })),
          tile('steps', '整改清单', routes.remedies({ orgId: branchId })),
          tile('star', '品牌和项目', routes.brands({ orgId: branchId })),
          tile('home', '老党员之家', routes.partyHomes({ orgId: branchId })),
        ]}
      />
    </Section>
    <Section title="党费经费">
      <Tiles tiles={[tile('wallet', '党费', routes.dues()), tile('list', '经费账', routes.funds({ orgId: branchId }))]} />
    </Section>
    <Section title="支部人员">
      <Tiles
        tiles={[
          tile('me', '支部人员', routes.people()),
          tile('people', '支部班子', routes.committee({ orgId: branchId })),
          tile('desk', '支部情况', routes.organization()),
          tile('chart', '支部看板', routes.overview()),
          tile('edit', '工作报告', routes.report({ branchId })),
          tile('talk', '建言献策', routes.suggestions({ orgId: branchId })),
          tile('star', '金点子评选', routes.rounds({ orgId: branchId })),
          tile('award', '评选投票', routes.votes({ orgId: branchId })),
          tile('list', '不记名测评', routes.surveyDesk({ orgId: branchId })),
          tile('upload', '导入名册', routes.import()),
          tile('file', '善后', routes.farewells()),
          tile('swap', '组织关系接转', routes.transfers()),
          tile('home', '在外的党员', routes.mobile()),
          tile('person-add', '也来参加的', routes.affiliates()),
        ]}
      />
    </Section>
  </>
)
