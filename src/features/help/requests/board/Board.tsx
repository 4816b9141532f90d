import { View } from '@tarojs/components'
import { useState } from 'react'
import { requestKindWords } from '../../../../../core/shared/request-kinds'
import { monthBefore, monthOf } from '../../../../../core/shared/calendar'
import type { Lane } from '../../../../../core/help/requests/states'
import { Bars } from '../../../../components/Bars'
import { Card, Section, Title } from '../../../../components/Card'
import { Figure, Figures } from '../../../../components/Figure'
import { Loaded } from '../../../../components/Loaded'
import { MonthPick } from '../../../../components/MonthPick'
import { change, changeOfRate, percent } from '../../../../components/months'
import { LinkRow } from '../../../../components/Rows'
import { Panes, Screen } from '../../../../components/Screen'
import { moment } from '../../../../components/times'
import { now } from '../../../../platform/clock'
import { go } from '../../../../platform/go'
import { useQuery } from '../../../../platform/query'
import { DeskScreen } from '../DeskScreen'
import { kindIcons } from '../words'
import { type Board as Data, howItGoes, loadBars } from './figures'
import { SheetButton } from './SheetButton'
import { routes } from '../../../../../core/shared/routes'

interface Props {
  orgId: string
  name: string
  /** Its requests of one list, by the number that was pressed. */
  lane?: Lane | undefined
  /** It is the board of the reader's own office; those below are looked at. */
  own: boolean
}

const Kinds = ({ data, open }: { data: Data; open: (kind: string) => void }) => {
  const kinds = data.byKind.filter(one => one.raised > 0).sort((one, other) => other.raised - one.raised)
  if (kinds.length === 0) return null
  return (
    <Section title="各类求助，一般多久接手、多久办好">
      {kinds.map(one => (
        <LinkRow
          key={one.kind}
          icon={kindIcons[one.kind]}
          words={`${requestKindWords[one.kind]} ${one.raised} 件`}
          note={howItGoes(one)}
          onPress={() => open(one.kind)}
        />
      ))}
    </Section>
  )
}

const Numbers = ({ orgId, name, data, month }: Pick<Props, 'orgId' | 'name'> & { data: Data; month: string }) => {
  const before = useQuery('request.board', { orgId, month: monthBefore(month) }).data?.total
  const { load, total, below, countedAt } = data
  const lane = (which: Lane) => go(routes.requestBoard({ orgId, name, lane: which }))
  const rows = (query: { kind?: string; broken?: true } = {}) => go(routes.requestBoard({ orgId, name, month, rows: true, ...query }))
  return (
    <View className="stack">
      <Figures>
        <Figure words="没人接" number={`${load.unowned}`} note="现在" onPress={() => lane('unowned')} />
        <Figure words="已超时" number={`${load.broken}`} note="现在" onPress={() => lane('broken')} />
        <Figure words="快超时" number={`${load.atRisk}`} note="现在" onPress={() => lane('at-risk')} />
        <Figure words="正在办" number={`${load.running}`} note="现在" onPress={() => lane('running')} />
        <Figure words="本月求助" number={`${total.raised}`} note={change(total.raised, before?.raised, ' 件')} onPress={() => rows()} />
        <Figure
          words="说到做到"
          number={percent(total.keptRate)}
          note={[
            total.kept + total.broken > 0 ? `${total.kept} 件按时，${total.broken} 件没按时` : '',
            changeOfRate(total.keptRate, before?.keptRate),
          ]
            .filter(Boolean)
            .join('；')}
          onPress={() => rows({ broken: true })}
        />
      </Figures>
      <Panes
        side={
          <>
            <Kinds data={data} open={kind => rows({ kind })} />
            <SheetButton key={month} orgId={orgId} name={name} month={month} />
          </>
        }
      >
        {below.length > 0 && (
          <Card title="各单位手里的求助">
            <Bars bars={loadBars(below, (id, its) => go(routes.requestBoard({ orgId: id, name: its })))} unit="件" />
          </Card>
        )}
      </Panes>
      {countedAt !== null && <View className="soft small">数字算到{moment(countedAt)}</View>}
    </View>
  )
}

/** The board of an organization: five numbers, one chart, the medians of each kind; every number opens its rows. */
export const Board = ({ orgId, name, lane, own }: Props) => {
  const [month, setMonth] = useState(() => monthOf(now()))
  const query = useQuery('request.board', { orgId, month })
  if (lane) {
    return <DeskScreen orgId={orgId} first={lane} head={<Title>{name}</Title>} />
  }
  return (
    <Screen wide>
      <Title>{name}</Title>
      <MonthPick month={month} onChange={setMonth} />
      <Loaded query={query} cards={4}>
        {data => <Numbers orgId={orgId} name={name} data={data} month={month} />}
      </Loaded>
      {own && query.data?.may.includes('configure') && (
        <LinkRow
          icon="clock"
          words="找人的时间"
          note="联络员、服务队、志愿者、书记各等多久"
          onPress={() => go(routes.ladder({ orgId, name }))}
        />
      )}
      <LinkRow icon="calendar" words="医生、律师坐班" onPress={() => go(routes.keepHours({ orgId, name }))} />
      <LinkRow icon="hand" words="陪同看病、心愿" onPress={() => go(routes.keepWishes({ orgId, name }))} />
      {own && query.data?.may.includes('configure') && (
        <LinkRow icon="people" words="核实志愿者" note="自己报名的，核实后才派单" onPress={() => go(routes.volunteers())} />
      )}
    </Screen>
  )
}
