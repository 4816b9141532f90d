import { View } from '@tarojs/components'
import { useState } from 'react'
import { festivals } from '../../../../core/shared/almanac/festivals'
import { ruleWords } from '../../../../core/care/visits/kinds'
import { shanghai } from '../../../../core/shared/calendar'
import { Bars } from '../../../components/Bars'
import { Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { ExportButton } from '../../../components/ExportButton'
import { Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { LinkRow, PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call, type Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { dateWords, gapWords, shortDay, sheetCut } from './words'
import { routes } from '../../../../core/shared/routes'

type Planned = Given<'visit.plan'>
type RuleLine = Planned['rules'][number]

const isFestival = (rule: RuleLine['rule']): boolean => festivals.some(one => one === rule)

const noteOf = ({ from, to, workdays, due, done, overdue, gaps }: RuleLine): string =>
  [
    from !== undefined && to !== undefined ? `${dateWords(from)}到${dateWords(to)}，工作日 ${String(workdays ?? 0)} 天` : '',
    due === 0 ? '没有安排' : `应看望 ${String(due)} 位，看过 ${String(done)} 位`,
    overdue > 0 ? `过期没去 ${String(overdue)} 位` : '',
    gaps > 0 ? `没人去 ${String(gaps)} 位` : '',
  ]
    .filter(Boolean)
    .join('；')

const RuleRow = ({ line, year }: { line: RuleLine; year: number }) => {
  const troubled = line.overdue + line.gaps > 0
  const open = () => go(routes.missing({ festival: line.rule, year }))
  if (isFestival(line.rule))
    return <LinkRow icon={troubled ? 'warn' : 'calendar'} words={ruleWords[line.rule]} note={noteOf(line)} onPress={open} />
  return <PersonRow name={ruleWords[line.rule]} note={noteOf(line)} />
}

const Body = ({ plan, year }: { plan: Planned; year: number }) => {
  const most = Math.max(1, ...plan.visitors.map(one => one.due))
  return (
    <>
      {!plan.known && (
        <Notice tone="warn" title={`${String(year)}年的放假安排，国务院还没有公布`}>
          <View>先按周末休息来安排。公布以后由老干部局填上，日子会自动重排。</View>
        </Notice>
      )}
      {plan.plannedAt === null && <Notice tone="info" title="这一年还没有排好，过几分钟再来看。" />}
      {plan.gaps.length > 0 && (
        <Section title="没有人去的">
          <View className="soft">给他们结对，或者点名字请人去。每人一天最多看望 {plan.perDay} 位。</View>
          <LinkRow icon="people" words="去结对" note="结了对，马上重新安排" onPress={() => go(routes.pairings())} />
          <Many items={plan.gaps} keyOf={one => one.visitId} step={6} unit="位">
            {one => (
              <PersonRow
                name={one.name}
                note={`${ruleWords[one.rule]}，${shortDay(one.closes)}前；${gapWords(one.gap)}`}
                onPress={() => go(routes.visit({ id: one.visitId }))}
              />
            )}
          </Many>
        </Section>
      )}
      <Section title="这一年">
        {plan.rules.map(line => (
          <RuleRow key={line.rule} line={line} year={year} />
        ))}
      </Section>
      {plan.visitors.length > 0 && (
        <Section title="谁去看望">
          <Card>
            <Bars
              unit="次"
              bars={plan.visitors.map(one => ({
                label: `${one.name}（去过 ${String(one.done)} 次）`,
                count: one.due,
                share: one.due / most,
              }))}
            />
          </Card>
        </Section>
      )}
      {plan.birthdaysUnknown.length > 0 && (
        <Section title={`不知道生日的 ${String(plan.birthdaysUnknown.length)} 位`}>
          <View className="soft">花名册里补上，生日就不会漏掉。</View>
          <Many items={plan.birthdaysUnknown} keyOf={one => one.memberId} step={6} unit="位">
            {one => <PersonRow name={one.name} onPress={() => go(routes.person({ memberId: one.memberId }))} />}
          </Many>
        </Section>
      )}
    </>
  )
}

/** The year's visits of a branch at a glance: what is due, who goes, who has no visitor, whether the days off are known. */
export const Plan = ({ branchId, branchName }: { branchId: string; branchName: string }) => {
  const thisYear = shanghai(now()).year()
  const [year, setYear] = useState(thisYear)
  const query = useQuery('visit.plan', { branchId, year })
  const years = [thisYear, thisYear + 1].map(one => ({ value: String(one), words: `${String(one)}年` }))
  return (
    <Screen>
      <Title>{branchName}走访</Title>
      <Button icon="add" onPress={() => go(routes.raise())}>
        有人生病、有困难，安排看望
      </Button>
      <LinkRow icon="steps" words="我自己要去看望的" onPress={() => go(routes.visits())} />
      <Chips label="哪一年" options={years} chosen={[String(year)]} onPress={one => setYear(Number(one))} />
      <Loaded query={query} cards={3}>
        {plan => <Body plan={plan} year={year} />}
      </Loaded>
      <ExportButton
        words="导出 Excel"
        icon="sheet"
        name={`${branchName} ${String(year)}年走访.xlsx`}
        whenCut={sheetCut}
        make={() => call('visit.export', { orgId: branchId, year })}
      />
      <LinkRow icon="edit" words="怎么走访" note="哪些节日去、打电话算不算、一天最多几位" onPress={() => go(routes.visitSettings())} />
    </Screen>
  )
}
