import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Entry } from '../../../../core/assessment/rounds/rules'
import { templateKindWords } from '../../../../core/assessment/templates/standards'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import { paces, periodOn, sayPeriod, type Pace } from '../../../../core/shared/obligations/periods'
import { routes } from '../../../../core/shared/routes'
import { BigButton } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { goInstead } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'

/** Days that branches have to check themselves, unless another day is chosen. */
const DAYS = 14

/** 开始一次考评: by which template, for which period, until when. */
export const OpenForm = ({ orgId, orgName }: { orgId: string; orgName: string }) => {
  const query = useQuery('assessment.templates', { orgId })
  const open = useCommand('assessment.open')
  const [templateId, choose] = useState<string | undefined>()
  const [pace, setPace] = useState<Pace>('year')
  const [closesOn, setClosesOn] = useState(addDays(dateOf(now()), DAYS))
  const [entry, setEntry] = useState<Entry>('all')
  const taken = templateId ?? query.data?.items[0]?.templateId
  const press = async () => {
    if (taken === undefined) return
    const answer = await open.run({ orgId, templateId: taken, period: periodOn(pace, dateOf(now())), closesOn, entry })
    if (answer?.ok) goInstead(routes.assessmentMap({ roundId: answer.data.roundId, orgId, name: orgName }))
  }
  return (
    <Screen
      main={
        <>
          {open.refusal && <Failure refusal={open.refusal} onSeen={open.forget} />}
          <BigButton icon="done" busyWords="正在开始…" onPress={press}>
            开始考评
          </BigButton>
        </>
      }
    >
      <View className="soft">{`考评${orgName === '' ? '本组织' : orgName}下面的支部。开始以后，系统马上按平时的记录替各支部算分。`}</View>
      <Loaded query={query} cards={2}>
        {({ items }) => (
          <Choice
            label="按哪个标准"
            options={items.map(one => ({
              value: one.templateId,
              words: one.name,
              hint: `${templateKindWords[one.kind]} · ${String(one.rules)} 条，${String(one.points)} 分${one.orgName === undefined ? '' : ` · ${one.orgName}`}`,
            }))}
            value={taken}
            onChange={choose}
          />
        )}
      </Loaded>
      <Choice
        label="考评哪段时间"
        options={paces.map(one => ({ value: one, words: sayPeriod(periodOn(one, dateOf(now()))) })).reverse()}
        value={pace}
        onChange={setPace}
      />
      <DateField label="支部自查到哪天" value={closesOn} onChange={setClosesOn} from={dateOf(now())} />
      <Choice
        label="哪些支部参加"
        options={[
          { value: 'all', words: '全部支部' },
          { value: 'apply', words: '支部自愿申报' },
        ]}
        value={entry}
        onChange={setEntry}
      />
    </Screen>
  )
}
