import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect } from 'react'
import { type AnyRefusal, call, type Given } from '../../../platform/call'
import { onClockMoved } from '../../../platform/clock'
import { forget, keep, recall } from '../../../platform/storage'
import { setTemplates } from '../../../platform/subscribe'
import { createStore, useStore } from '../../../platform/store'

export type Me = Given<'me.get'>
/** A member this account may act as: oneself, or an elder one helps. */
export type Person = NonNullable<Me['member']>

interface Session {
  me: Me | undefined
  refusal: AnyRefusal | undefined
  /** Whose affairs are on the screen; undefined until a person is chosen. */
  chosen: string | undefined
}

const ACTING = 'acting'
const ME = 'me'
const isMe = (value: unknown): value is Me =>
  typeof value === 'object' && value !== null && 'openid' in value && 'actingFor' in value && 'environment' in value

const session = createStore<Session>({ me: undefined, refusal: undefined, chosen: undefined })
let asking: Promise<void> | undefined

/** Asks again who this is; several pages asking at once ask together. */
export const refreshMe = (): Promise<void> => {
  asking ??= (async () => {
    const answer = await call('me.get', {})
    asking = undefined
    const was = session.get()
    if (answer.ok) {
      keep(ME, answer.data)
      setTemplates(answer.data.environment.templates)
      session.set({ ...was, me: answer.data, refusal: undefined })
      return
    }
    // Without a network the phone still knows whose it is.
    const kept = was.me ?? recall(ME)
    const me = isMe(kept) ? kept : undefined
    if (me) setTemplates(me.environment.templates)
    session.set({ ...was, me, refusal: answer })
  })()
  return asking
}

/** Whether a phone number is a way to be known here. */
export const usePhoneBinding = (): boolean => useStore(session).me?.environment.phoneBinding ?? true

/** Everyone this account may act as, oneself first. */
export const peopleOf = (me: Me): Person[] => [...(me.member ? [me.member] : []), ...me.actingFor]

/** How one speaks of a member whose affairs are not the reader's own: 王建国同志; of oneself nothing. */
export const useWhose = (): ((memberId: string) => string | undefined) => {
  const { me } = useStore(session)
  return memberId => {
    const elder = memberId === me?.member?.memberId ? undefined : me?.actingFor.find(one => one.memberId === memberId)
    return elder && `${elder.name}同志`
  }
}

/** Puts another person's affairs on the screen; remembered on this phone. */
export const actFor = (memberId: string) => {
  keep(ACTING, memberId)
  session.set({ ...session.get(), chosen: memberId })
}

/** Forgets the person after an account was unbound. */
export const forgetMe = () => {
  forget(ME)
  forget(ACTING)
  session.set({ me: undefined, refusal: undefined, chosen: undefined })
}

export interface Acting {
  me: Me | undefined
  refusal: AnyRefusal | undefined
  /** Whose affairs are shown: the one chosen, else oneself, else the only one there is. */
  person: Person | undefined
  /** What goes into `forMemberId`: absent when one acts for oneself. */
  forMemberId: { forMemberId?: string }
  reload: () => Promise<void>
}

/** Who I am and who I act for now. Asked when a page opens, whenever it comes back into sight, and when the desk's clock is moved. */
export const useActing = (): Acting => {
  const { me, refusal, chosen } = useStore(session)
  useEffect(() => {
    if (!session.get().me) void refreshMe()
  }, [])
  useEffect(() => onClockMoved(() => void refreshMe()), [])
  useDidShow(() => {
    if (session.get().me) void refreshMe()
  })
  const reload = useCallback(() => refreshMe(), [])
  if (!me) return { me, refusal, person: undefined, forMemberId: {}, reload }
  const people = peopleOf(me)
  const wanted = chosen ?? recall(ACTING)
  const person = people.find(one => one.memberId === wanted) ?? people[0]
  const self = person === undefined || person.memberId === me.member?.memberId
  return { me, refusal, person, forMemberId: self ? {} : { forMemberId: person.memberId }, reload }
}
