import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Title } from '../../../components/Card'
import { BigButton, Button } from '../../../components/Button'
import { Chips } from '../../../components/Chips'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import type { AnyRefusal, Asked, Refusal } from '../../../platform/call'
import { toTop } from '../../../platform/screen'

/** A member who has the number: the name masked, and the years to choose from. */
interface Asking {
  candidate: string
  name: string
  years: readonly number[]
}

/** What a person says of themselves. */
export type Claim = Pick<Asked<'me.bindByPhone'>, 'name' | 'birthYear' | 'candidate'>

type Answer = { ok: boolean; code?: string; data?: unknown } | undefined
const isAsking = (answer: Answer): answer is Refusal<'me.bindByPhone'> & { code: 'PHONE_WHO' } => answer?.code === 'PHONE_WHO'

/** Who is asked about, and how often it was said wrong: kept while it is asked again and where the network fails. */
export const useWho = () => {
  const [people, setPeople] = useState<readonly Asking[] | undefined>()
  const [wrong, setWrong] = useState(0)
  const forget = () => {
    setPeople(undefined)
    setWrong(0)
  }
  /** Hears an answer and gives it back; `claimed`: something was said of the person. */
  const hear = <A extends Answer>(answer: A, claimed = false): A => {
    if (isAsking(answer)) {
      setPeople(answer.data.people)
      if (claimed) setWrong(count => count + 1)
    } else if (answer && !answer.ok && answer.code !== 'OFFLINE' && answer.code !== 'BROKEN') forget()
    return answer
  }
  return { people, wrong, hear, forget }
}

interface Props {
  people: readonly Asking[]
  busy: boolean
  /** How often what was said did not fit. */
  wrong: number
  refusal: AnyRefusal | undefined
  onClaim: (claim: Claim) => unknown
  onBack: () => void
  /** What one may do who is none of them. */
  none: { words: string; onPress: () => unknown }
}

/** A masked name as it is said aloud: 沈○○. The full one is not told before the person has proved who they are. */
const spelt = (masked: string): string => masked.replaceAll('*', '○')

/** The number is verified: which of those who have it is the caller? */
const Which = ({ people, onPick, none, onBack }: Pick<Props, 'people' | 'none' | 'onBack'> & { onPick: (candidate: string) => void }) => (
  <Screen>
    <Notice tone="info" title="手机号核对好了，您是哪一位？" />
    {people.map(({ candidate, name }) => (
      <Button key={candidate} onPress={() => onPick(candidate)}>
        {`我是${spelt(name)}同志`}
      </Button>
    ))}
    <Button onPress={none.onPress}>{none.words}</Button>
    <Button kind="quiet" onPress={onBack}>
      返回
    </Button>
  </Screen>
)

/** The number is verified: is it that person? Said by one tap on the year of birth, or by the name. */
export const WhoAreYou = ({ people, busy, wrong, refusal, onClaim, onBack, none }: Props) => {
  const [picked, setPicked] = useState<string | undefined>()
  const [year, setYear] = useState<string | undefined>()
  const [typing, setTyping] = useState(false)
  const [name, setName] = useState('')
  useEffect(toTop, [picked])
  const person = people.length === 1 ? people[0] : people.find(one => one.candidate === picked)
  if (!person) return <Which people={people} onPick={setPicked} none={none} onBack={onBack} />
  const byName = typing || person.years.length === 0
  const said = byName ? name.trim() : ''
  const press = async () => {
    await onClaim(byName ? { name: said } : { candidate: person.candidate, birthYear: Number(year) })
    setYear(undefined)
  }
  return (
    <Screen
      main={
        <>
          {refusal && refusal.code !== 'PHONE_WHO' && <Failure refusal={refusal} />}
          {wrong > 0 && !busy && said === '' && year === undefined && (
            <Notice tone="warn" title="不对，请再想一想">
              <View>只能试三次。想不起来，请书记给您邀请码。</View>
            </Notice>
          )}
          <BigButton busy={busy} disabled={byName ? said === '' : year === undefined} onPress={press}>
            是我，绑定
          </BigButton>
        </>
      }
    >
      <Title>您是{spelt(person.name)}同志吗？</Title>
      {byName ? (
        <Field label="是的话，请写上您的姓名" value={name} onChange={setName} max={20} />
      ) : (
        <>
          <Chips
            label="是的话，请按您的出生年份"
            options={person.years.map(one => ({ value: String(one), words: `${String(one)} 年` }))}
            chosen={year === undefined ? [] : [year]}
            onPress={setYear}
          />
          <Button kind="quiet" onPress={() => setTyping(true)}>
            记不清，写姓名
          </Button>
        </>
      )}
      <Button onPress={none.onPress}>{none.words}</Button>
      <Button kind="quiet" onPress={people.length === 1 ? onBack : () => setPicked(undefined)}>
        返回
      </Button>
    </Screen>
  )
}
