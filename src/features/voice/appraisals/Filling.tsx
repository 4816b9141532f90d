import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Grade, grades, gradeWords } from '../../../../core/life/public'
import { BigButton, Button, IconButton } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { Many } from '../../../components/Many'
import { ShortRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { useDraft } from '../../../platform/draft'
import { byName, fields, oneOf } from '../../../platform/shape'
import type { useBallot } from '../ballots/useBallot'
import { FOR_GOOD } from '../ballots/words'
import { options, type Appraisal } from './words'

interface Draft {
  given: Record<string, Grade>
}
const isDraft = fields<Draft>({ given: byName(oneOf(grades)) })

interface Props extends Pick<ReturnType<typeof useBallot>, 'put' | 'trouble'> {
  activityId: string
  appraisal: Appraisal
}

/** Person by person, one to a screen; then all of them once more before it is dropped. What was begun waits on this phone alone. */
export const Filling = ({ activityId, appraisal: { people }, put, trouble }: Props) => {
  const { draft, change, done } = useDraft<Draft>(`appraisal/${activityId}`, isDraft, { given: {} })
  const { given } = draft
  const blank = people.filter(one => given[one.memberId] === undefined)
  const [at, setAt] = useState(() => people.findIndex(one => given[one.memberId] === undefined))
  const give = (some: Record<string, Grade>) => change(before => ({ given: { ...before.given, ...some } }))
  const one = at < 0 ? undefined : people[at]
  if (one) {
    const value = given[one.memberId]
    return (
      <Screen
        main={
          <BigButton icon="next" onPress={() => setAt(at + 1)}>
            {value === undefined ? '不评，下一位' : at + 1 < people.length ? '下一位' : '看一遍'}
          </BigButton>
        }
      >
        <View className="soft">{`第 ${String(at + 1)} 位，共 ${String(people.length)} 位`}</View>
        <Title>{one.name}</Title>
        <Choice
          key={one.memberId}
          label="您看这位同志"
          options={options}
          value={value}
          onChange={grade => give({ [one.memberId]: grade })}
        />
        {at > 0 && (
          <Button icon="back" kind="quiet" onPress={() => setAt(at - 1)}>
            上一位
          </Button>
        )}
        <Button icon="list" kind="quiet" onPress={() => setAt(people.length)}>
          看全部名单
        </Button>
      </Screen>
    )
  }
  const drop = async () => {
    const answer = people.map(({ memberId }) => (given[memberId] === undefined ? [] : [grades.indexOf(given[memberId])]))
    if (await put(answer)) done(draft)
  }
  return (
    <Screen
      main={
        <BigButton icon="done" busyWords="正在投…" onPress={drop}>
          投进票箱
        </BigButton>
      }
    >
      <Title>您填的是这样</Title>
      {trouble}
      <View className="soft">{blank.length > 0 ? `还有 ${String(blank.length)} 位没有评，不评也可以投。` : FOR_GOOD}</View>
      {blank.length > 0 && (
        <Button icon="check" onPress={() => give(Object.fromEntries(blank.map(({ memberId }) => [memberId, 'qualified'])))}>
          {`其余 ${String(blank.length)} 位都评合格`}
        </Button>
      )}
      <Many items={people.map((each, nth) => ({ ...each, nth }))} keyOf={each => each.memberId} step={20}>
        {({ memberId, name, nth }) => (
          <ShortRow
            name={name}
            note={given[memberId] === undefined ? '没有评' : gradeWords[given[memberId]]}
            action={<IconButton icon="edit" words="改" label={`改：${name}`} onPress={() => setAt(nth)} />}
          />
        )}
      </Many>
      {blank.length > 0 && <View className="soft">{FOR_GOOD}</View>}
    </Screen>
  )
}
