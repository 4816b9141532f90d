import { View } from '@tarojs/components'
import { useState } from 'react'
import { everyDay, levels, levelWords } from '../../../../core/people/talent/rules'
import { BigButton, Button } from '../../../components/Button'
import { Chips } from '../../../components/Chips'
import { Choice } from '../../../components/Choice'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Screen } from '../../../components/Screen'
import { useCommand } from '../../../platform/query'
import { type Chosen, SkillPicks } from './SkillPicks'
import { type Own, weekDays } from './words'

const levelOptions = levels.map(value => ({ value, words: levelWords[value] }))

const namesOf = (chosen: readonly Chosen[]): string => chosen.map(one => one.name).join('、')
/** What is chosen as the form opens: what was said, else what the roster says. */
const chosenIn = ({ talent, suggested }: Own): readonly Chosen[] =>
  talent?.skills.map((code, nth) => ({ code, name: talent.names[nth] ?? '' })) ?? suggested

interface Props {
  own: Own
  whose: { memberId?: string; forMemberId?: string }
  /** The reader's own, or an elder's they act for. */
  mine: boolean
  onDone: (said?: string) => void
}

/** What a person can do, and when they have time. */
export const TalentForm = ({ own, whose, mine, onDone }: Props) => {
  const [skills, setSkills] = useState<readonly Chosen[]>(() => chosenIn(own))
  const [note, setNote] = useState(own.talent?.note ?? '')
  const [days, setDays] = useState<readonly number[]>(own.talent?.days ?? everyDay)
  const [some, setSome] = useState(days.length < everyDay.length)
  const [chosenLevels, setLevels] = useState(own.talent?.levels ?? [])
  const [agreed, setAgreed] = useState(false)
  const set = useCommand('talent.set')
  const save = async (said: readonly Chosen[]) => {
    const answer = await set.run({
      ...whose,
      ...{ skills: said.map(one => one.code), note, days: some && days.length > 0 ? [...days] : [...everyDay], levels: chosenLevels },
      ...(agreed ? { agreed } : {}),
    })
    if (answer?.ok) onDone(said.length === 0 ? '取消了，不会再请您' : mine || agreed ? '登记好了，谢谢您！' : '登记好了，等本人点一下确认')
  }
  const turnDay = (value: string) => {
    const day = Number(value)
    setDays(days.includes(day) ? days.filter(one => one !== day) : [...days, day])
  }
  return (
    <Screen
      main={
        <>
          {set.refusal && <Failure refusal={set.refusal} onSeen={set.forget} />}
          <BigButton disabled={skills.length === 0} busyWords="正在登记…" onPress={() => save(skills)}>
            登记好了
          </BigButton>
        </>
      }
    >
      {skills.length > 0 && <View className="strong">{`选了：${namesOf(skills)}`}</View>}
      {!own.talent && own.suggested.length > 0 && <View className="soft">{`名册上写着：${namesOf(own.suggested)}，已经替您选上。`}</View>}
      <SkillPicks label="会做什么" chosen={skills} onChange={setSkills} />
      <Choice
        label="哪几天有空"
        options={[
          { value: '', words: '每天都行' },
          { value: '1', words: '有几天不行，我来选' },
        ]}
        value={some ? '1' : ''}
        onChange={value => setSome(value === '1')}
      />
      {some && <Chips many label="有空的日子" options={weekDays} chosen={days.map(String)} onPress={turnDay} />}
      <Field label="想补充的（可以不写）" value={note} onChange={setNote} max={200} tall placeholder="例如：当了三十年电工，高处不上了" />
      {!mine && (
        <>
          <Chips
            many
            label="在哪一级人才库（没有就不选）"
            options={levelOptions}
            chosen={chosenLevels}
            onPress={level =>
              setLevels(chosenLevels.includes(level) ? chosenLevels.filter(one => one !== level) : [...chosenLevels, level])
            }
          />
          <Choice
            label="本人同意了吗"
            options={[
              { value: '', words: '还没问，请本人在手机上点' },
              { value: '1', words: '当面或者电话里同意了' },
            ]}
            value={agreed ? '1' : ''}
            onChange={value => setAgreed(value === '1')}
          />
        </>
      )}
      {own.talent && (
        <Confirm question="取消以后，组织就不会再来请。要取消吗？" yes="是，取消" no="不，留着" onYes={() => save([])}>
          不再登记特长
        </Confirm>
      )}
      <Button icon="back" onPress={() => onDone()}>
        先不改
      </Button>
    </Screen>
  )
}
