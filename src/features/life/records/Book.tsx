import { View } from '@tarojs/components'
import { useState } from 'react'
import { kindWords } from '../../../../core/life/activities/kinds'
import type { RecordPart } from '../../../../core/life/records/kinds'
import { routes } from '../../../../core/shared/routes'
import { dateOf } from '../../../../core/shared/calendar'
import { Card, Section, Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { DateField } from '../../../components/Dates'
import { ExportButton } from '../../../components/ExportButton'
import { Empty, Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { LinkRow, ShortRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import { call, type Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { type Span, usualSpans } from './spans'

type Meeting = Given<'life.contents'>['items'][number]

const lackWords: Readonly<Record<RecordPart, string>> = { minutes: '会议记录', chair: '主持人', recorder: '记录人' }
const sayLacks = (lacks: readonly RecordPart[]) => `还没写${lacks.map(one => lackWords[one]).join('、')}`

interface Props {
  orgId: string
  orgName: string
  /** May write what is lacking. */
  secretary: boolean
}

const Lacking = ({ meetings, secretary }: { meetings: readonly Meeting[]; secretary: boolean }) => (
  <Section title={`还差几笔的 ${String(meetings.length)} 次`}>
    <Many items={meetings} keyOf={one => one.activityId} step={10} unit="次">
      {({ activityId, kind, title, startsAt, lacks }) =>
        secretary ? (
          <LinkRow
            icon="edit"
            words={title}
            note={`${kindWords[kind]} · ${moment(startsAt)} · ${sayLacks(lacks)}`}
            onPress={() => go(routes.record({ activityId }))}
          />
        ) : (
          <ShortRow name={title} note={`${sayLacks(lacks)} · ${moment(startsAt)}`} />
        )
      }
    </Many>
  </Section>
)

const countsOf = (items: readonly Meeting[]) =>
  [...new Set(items.map(one => one.kind))]
    .map(kind => `${kindWords[kind]} ${String(items.filter(one => one.kind === kind).length)} 次`)
    .join('，')

const Contents = ({ items, secretary }: { items: readonly Meeting[]; secretary: boolean }) => {
  const lacking = items.filter(one => one.lacks.length > 0)
  const whole = items.filter(one => one.lacks.length === 0)
  if (items.length === 0)
    return <Empty icon="file" title="这段时间还没有开过会" hint="开过的三会一课、主题党日都会自己写进来，不用另外抄。" />
  return (
    <View className="stack">
      <Card title={`一共 ${String(items.length)} 次`}>
        <View>{countsOf(items)}</View>
      </Card>
      {lacking.length > 0 && <Lacking meetings={lacking} secretary={secretary} />}
      {whole.length > 0 && (
        <Section title={`写齐了的 ${String(whole.length)} 次`}>
          <Many items={whole} keyOf={one => one.activityId} step={10} unit="次">
            {({ title, startsAt }) => <ShortRow name={title} note={moment(startsAt)} />}
          </Many>
        </Section>
      )}
    </View>
  )
}

/** 三会一课记录本: for which time, what it will hold and still lacks, and the file. */
export const Book = ({ orgId, orgName, secretary }: Props) => {
  const usual = usualSpans(dateOf(now()))
  const [span, setSpan] = useState<Span>(usual[0].span)
  const asked = { branchId: orgId, ...span }
  const right = span.from !== '' && span.to !== '' && span.from <= span.to
  const query = useQuery('life.contents', right ? asked : null)
  const chosen = usual.filter(one => one.span.from === span.from && one.span.to === span.to).map(one => one.value)
  const make = (format: 'docx' | 'xlsx') => async () => {
    const made = await call('life.book', { ...asked, format })
    return made.ok ? { ok: true as const, data: { url: made.data.url, cut: made.data.photosLeft > 0 } } : made
  }
  const name = `三会一课记录本 ${span.from} 至 ${span.to}`
  return (
    <Screen wide>
      <Title>{orgName}</Title>
      <Panes
        side={
          <>
            <Chips
              label="哪段时间"
              options={usual}
              chosen={chosen}
              onPress={value => setSpan(before => usual.find(one => one.value === value)?.span ?? before)}
            />
            <DateField label="从哪一天" value={span.from} onChange={from => setSpan(before => ({ ...before, from }))} />
            <DateField
              label="到哪一天"
              value={span.to}
              onChange={to => setSpan(before => ({ ...before, to }))}
              error={right ? undefined : '要在开始那天以后'}
            />
            {right && (
              <>
                <ExportButton
                  words="做成 Word，可以打印"
                  name={`${name}.docx`}
                  make={make('docx')}
                  whenCut="照片太多，有几张放不下，在活动记录里还能看到。"
                />
                <ExportButton words="做成 Excel 表" name={`${name}.xlsx`} make={make('xlsx')} />
              </>
            )}
          </>
        }
      >
        {right && <Loaded query={query}>{({ items }) => <Contents items={items} secretary={secretary} />}</Loaded>}
      </Panes>
    </Screen>
  )
}
