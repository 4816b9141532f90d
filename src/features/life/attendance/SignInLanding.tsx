import { View } from '@tarojs/components'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { Title } from '../../../components/Card'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Skeleton } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PersonRow } from '../../../components/Rows'
import { ScanButton } from '../../../components/ScanButton'
import { Screen } from '../../../components/Screen'
import { Stamp } from '../../../components/Stamp'
import { moment } from '../../../components/times'
import { type Given, refused } from '../../../platform/call'
import { go, goInstead } from '../../../platform/go'
import { readSignInLink, type SignInCode } from './links'
import { useCommand, useQuery } from '../../../platform/query'
import { stampDown } from '../../../platform/stamp'
import { askToTell } from '../../../platform/subscribe'
import { type Me, peopleOf, type Person } from '../../people/public'
import { routes } from '../../../../core/shared/routes'

interface Props {
  scanned: SignInCode
  me: Me
  /** The person to ring when nothing helps. */
  help: ReactNode
}

type SignedIn = Given<'attendance.signIn'>

/** Refusals that no second try will change. */
const final: readonly string[] = ['NOT_INVITED', 'ACTIVITY_CANCELLED', 'NOT_FOUND', 'FORBIDDEN']

const forWhom = (me: Me, person: Person) => (person.memberId === me.member?.memberId ? {} : { forMemberId: person.memberId })

const Done = ({ person, title, signedIn }: { person: Person; title: string | undefined; signedIn: SignedIn }) => (
  <Notice big tone="good" title={`${person.name}同志，${signedIn.first ? '签到成功 ✓' : '您早已签到 ✓'}`}>
    {title && <View className="strong">{title}</View>}
    <View className="row">
      <View className="grow">
        {moment(signedIn.at)}签到{signedIn.late ? '，晚到了一会儿' : ''}，已经记上了。
      </View>
      <Stamp words="已签到" fresh={signedIn.first} />
    </View>
  </Notice>
)

/**
 * Opened by a scanned code: an account that acts for one person signs in at once, one that acts for several chooses first. Then one big
 * confirmation, or why not and what to press.
 */
export const SignInLanding = ({ scanned, me, help }: Props) => {
  const people = peopleOf(me)
  const only = people.length === 1 ? people[0] : undefined
  const [current, setCurrent] = useState(scanned)
  const [asked, setAsked] = useState<Person | undefined>(only)
  const [done, setDone] = useState<Record<string, SignedIn>>({})
  const [wrong, setWrong] = useState(false)
  const signing = useCommand('attendance.signIn')
  const activity = useQuery('activity.get', asked ? { activityId: current.activityId, ...forWhom(me, asked) } : null)
  const { run } = signing

  const signIn = useCallback(
    async (person: Person, { activityId, code }: SignInCode) => {
      setAsked(person)
      const answer = await run({ activityId, code, ...forWhom(me, person) })
      if (!answer?.ok) return
      if (answer.data.first) stampDown()
      setDone(all => ({ ...all, [person.memberId]: answer.data }))
    },
    [run, me],
  )

  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || !only) return
    begun.current = true
    void signIn(only, scanned)
  }, [only, scanned, signIn])

  const scanAgain = async (text: string) => {
    const found = readSignInLink(text)
    setWrong(!found)
    signing.forget()
    if (!found) return
    setCurrent(found)
    if (asked) await signIn(asked, found)
  }

  const home = async () => {
    if (signedIn.length > 0) await askToTell(['activity-published', 'activity-changed'])
    go(routes.home())
  }
  const signedIn = people.filter(person => done[person.memberId])
  const left = people.filter(person => !done[person.memberId])
  const title = activity.data?.title
  const failed = signing.refusal !== undefined || wrong
  const codeIsOld = wrong || signing.refusal?.code === 'SIGNIN_CODE_EXPIRED' || signing.refusal?.code === 'SIGNIN_CODE_INVALID'
  const main = codeIsOld ? (
    <ScanButton big words="再扫一次" busy={signing.busy} onText={scanAgain} />
  ) : failed && asked && !final.includes(signing.refusal?.code ?? '') ? (
    <BigButton busy={signing.busy} onPress={() => signIn(asked, current)}>
      再试一次
    </BigButton>
  ) : (
    (signedIn.length > 0 || failed) && <BigButton onPress={home}>好，去首页</BigButton>
  )

  return (
    <Screen main={main}>
      {signedIn.map(person => {
        const result = done[person.memberId]
        return result && <Done key={person.memberId} person={person} title={title} signedIn={result} />
      })}
      {wrong && <Failure refusal={refused('SIGNIN_CODE_INVALID')} />}
      {signing.refusal && <Failure refusal={signing.refusal} />}
      {signing.busy && (
        <>
          <Title>正在签到…</Title>
          <Skeleton cards={1} />
        </>
      )}
      {!only && left.length > 0 && !signing.busy && !failed && (
        <>
          <Title>给谁签到？</Title>
          {left.map(person => (
            <PersonRow
              key={person.memberId}
              name={`给${person.name}签到`}
              note={person.branchName}
              onPress={() => void signIn(person, current)}
            />
          ))}
        </>
      )}
      {(signedIn.length > 0 || (failed && !final.includes(signing.refusal?.code ?? ''))) && (
        <Button kind="quiet" onPress={() => goInstead(routes.activity({ id: current.activityId }))}>
          看看这次活动
        </Button>
      )}
      {failed && help}
    </Screen>
  )
}

/** Opened without a code that can be read. */
export const NoCode = ({ help }: { help: ReactNode }) => {
  const [wrong, setWrong] = useState(false)
  const use = (text: string) => {
    const found = readSignInLink(text)
    setWrong(!found)
    if (found) goInstead(routes.signIn({ a: found.activityId, c: found.code }))
  }
  return (
    <Screen main={<ScanButton big words="扫码签到" onText={use} />}>
      <Notice tone={wrong ? 'danger' : 'info'} title={wrong ? '这不是签到码' : '请扫书记屏幕上的签到码'}>
        <View>签到码在活动现场，支部书记的手机或屏幕上。</View>
      </Notice>
      {help}
    </Screen>
  )
}
