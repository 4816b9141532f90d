import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { Confirm } from '../../../components/Confirm'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { FindPerson } from '../../people/public'
import { Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import type { Given } from '../../../platform/call'
import { goInstead } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { nameKey } from '../../../../core/people/public'
import { dateOf } from '../../../../core/shared/calendar'
import { roleWords } from '../../../../core/shared/role-words'
import { Mourning } from '../../../components/Mourning'
import { routes } from '../../../../core/shared/routes'

type Look = Given<'aftercare.look'>

/** First step: who, of a branch. */
export const ChooseDeceased = ({ orgId }: { orgId: string }) => (
  <Screen>
    <Title>是哪一位同志</Title>
    <FindPerson orgId={orgId} onPick={({ memberId }) => goInstead(routes.farewell({ memberId }))} />
  </Screen>
)

const names = (all: readonly { name: string }[]) => all.map(one => one.name).join('、')

/** What will happen, line by line; what does not concern them is left out. */
const willHappen = (look: Look): string[] => [
  '生日祝福、节日走访、定期联系和待遇提醒马上停下，不再给本人发任何消息。',
  ...(look.offices.length > 0 ? [`职务空出来：${look.offices.map(one => `${one.orgName}${roleWords[one.role]}`).join('、')}。`] : []),
  ...(look.helpers.length > 0 ? [`结对结束，告诉${names(look.helpers)}。`] : []),
  ...(look.elders.length > 0 ? [`生前联系的 ${String(look.elders.length)} 位老同志要另外找人：${names(look.elders)}。`] : []),
  ...(look.activities.length + look.shifts.length > 0
    ? [`报了名的退出，让给后面的同志：${[...look.activities, ...look.shifts].join('、')}。`]
    : []),
  ...(look.requests > 0 ? [`手上 ${String(look.requests)} 件帮别人办的事，马上另外找人。`] : []),
  ...(look.familyHelpers.length > 0 ? [`家人${look.familyHelpers.join('、')}的手机上只留下善后联系人。`] : []),
  '善后要办的事列成单子，谁来办、哪天前办。',
  '花名册里留着，写明已故；以前的记录都不动。',
  '登记错了，一天以内可以撤销。',
]

/** Second step: what will happen; third: who told it, when, and the name's last character; then once more. */
export const MarkDeath = ({ memberId }: { memberId: string }) => {
  const query = useQuery('aftercare.look', { memberId })
  const mark = useCommand('aftercare.mark')
  const [diedOn, setDiedOn] = useState(() => dateOf(now()))
  const [toldBy, setToldBy] = useState('')
  const [nameEnd, setNameEnd] = useState('')
  const [bereaved, setBereaved] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const [sure, setSure] = useState(false)
  const toggle = (id: string) => setBereaved(bereaved.includes(id) ? bereaved.filter(one => one !== id) : [...bereaved, id])
  const send = async () => {
    const answer = await mark.run({ memberId, diedOn, toldBy, nameEnd, bereavedIds: [...bereaved] })
    if (answer?.ok) goInstead(routes.aftercare({ memberId }))
  }
  return (
    <Screen>
      <Loaded query={query} cards={2}>
        {look => {
          const last = Array.from(nameKey(look.name)).at(-1) ?? ''
          const faults = {
            toldBy: toldBy.trim() === '' ? '请写是谁告诉的' : undefined,
            nameEnd: nameKey(nameEnd) === last ? undefined : `请填“${look.name}”的最后一个字`,
            diedOn: diedOn === '' || diedOn > dateOf(now()) ? '请选今天或者以前的日期' : undefined,
          }
          const fault = (field: keyof typeof faults) => (tried ? faults[field] : undefined)
          const ready = Object.values(faults).every(one => one === undefined)
          return (
            <Mourning>
              <Card title={`登记${look.name}同志去世`}>
                <View className="strong">登记以后：</View>
                {willHappen(look).map(words => (
                  <View key={words}>· {words}</View>
                ))}
              </Card>
              {!sure && <Button onPress={() => setSure(true)}>看过了，接着登记</Button>}
              {sure && (
                <Card>
                  <DateField label="哪天去世的" value={diedOn} onChange={setDiedOn} error={fault('diedOn')} />
                  <Field
                    label="谁告诉的"
                    value={toldBy}
                    onChange={setToldBy}
                    max={40}
                    placeholder="比如：女儿李敏"
                    error={fault('toldBy')}
                  />
                  {look.household.length > 0 && (
                    <Chips
                      label="家里还有哪位同志"
                      hint={`选上的，${String(look.quietDays)} 天内不发祝贺、不安排节日走访`}
                      many
                      options={look.household.map(one => ({ value: one.memberId, words: `${one.name}（${one.why}）` }))}
                      chosen={bereaved}
                      onPress={toggle}
                    />
                  )}
                  <Field
                    label={`为了不登记错人，请填“${look.name}”的最后一个字`}
                    value={nameEnd}
                    onChange={value => setNameEnd(value.trim())}
                    max={4}
                    typedOnly
                    error={fault('nameEnd')}
                  />
                  {mark.refusal && <Failure refusal={mark.refusal} onSeen={mark.forget} />}
                  {ready ? (
                    <Confirm
                      kind="secondary"
                      question={`确定登记${look.name}同志去世？`}
                      explain="马上生效。登记错了，一天以内可以撤销。"
                      yes="确定登记"
                      no="不，先不登记"
                      onYes={send}
                    >
                      登记
                    </Confirm>
                  ) : (
                    <Button onPress={() => setTried(true)}>登记</Button>
                  )}
                </Card>
              )}
            </Mourning>
          )
        }}
      </Loaded>
    </Screen>
  )
}
