import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
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
  none?: { words: string; onPress: () => unknown }
}

/** The number is verified: which of its members is it? By one tap on the year of birth, or by the name. */
export const WhoAreYou = ({ people, busy, wrong, refusal, onClaim, onBack, none }: Props) => {
  const [chosen, setChosen] = useState<string | undefined>()
  const [name, setName] = useState('')
  useEffect(toTop, [])
  const byYear = people.filter(one => one.years.length > 0)
  const [candidate, year] = chosen?.split('/') ?? []
  const said = name.trim()
  const press = async () => {
    await onClaim(said === '' ? { candidate, birthYear: Number(year) } : { name: said })
    setChosen(undefined)
  }
  return (
    <Screen
      main={
        <>
          {refusal && refusal.code !== 'PHONE_WHO' && <Failure refusal={refusal} />}
          {wrong > 0 && !busy && said === '' && chosen === undefined && (
            <Notice tone="warn" title="不对，请再想一想">
              <View>只能试三次。想不起来，请书记给您邀请码。</View>
            </Notice>
          )}
          <BigButton busy={busy} disabled={said === '' && chosen === undefined} onPress={press}>
            就是我，绑定
          </BigButton>
        </>
      }
    >
      {wrong === 0 && (
        <Notice tone="info" title="手机号核对好了，您是哪一位？">
          <View>{byYear.length > 0 ? '请按一下您的出生年份，不用打字。' : '请写上您的姓名。'}</View>
        </Notice>
      )}
      {byYear.map(one => (
        <Choice
          key={one.candidate}
          label={`${one.name}，您是哪一年出生的？`}
          options={one.years.map(year => ({ value: `${one.candidate}/${String(year)}`, words: `${String(year)} 年` }))}
          value={chosen}
          onChange={setChosen}
        />
      ))}
      <Field label={byYear.length > 0 ? '或者写上您的姓名' : '您的姓名'} value={name} onChange={setName} max={20} />
      {none && <Button onPress={none.onPress}>{none.words}</Button>}
      <Button kind="quiet" onPress={onBack}>
        返回
      </Button>
    </Screen>
  )
}
