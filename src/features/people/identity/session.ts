import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { type AnyRefusal, call, type Given } from '../../../platform/call'
import { onClockMoved } from '../../../platform/clock'
import { KEPT } from '../../../platform/query'
import { forget, forgetUnder, keep, recall } from '../../../platform/storage'
import { setTemplates } from '../../../platform/subscribe'
import { createStore, useStore } from '../../../platform/store'
import { together } from '../../../platform/together'

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
/** Has the cloud been asked, and answered or not, since the mini-program was opened? */
let asked = false

/**
 * Before the cloud has answered for the first time, the phone shows whose it was last: WeChat keeps each person's storage apart, and what was kept
 * is wiped with the account. The desk's phones wait, since only the cloud tells them what day it is.
 */
const begin = () => {
  if (asked || process.env.TARO_ENV === 'h5' || session.get().me) return
  const kept = recall(ME)
  if (!isMe(kept) || !kept.privacyAgreed || peopleOf(kept).length === 0) return
  setTemplates(kept.environment.templates)
  session.set({ ...session.get(), me: kept })
}

/** Asks again who this is; several pages asking at once ask together. */
export const refreshMe = (): Promise<void> => {
  asking ??= (async () => {
    const answer = await together(call('me.get', {}))
    asking = undefined
    asked = true
    const was = session.get()
    if (answer.ok) {
      const before = recall(ME)
      if (isMe(before) && hasLost(before, answer.data)) forgetUnder(KEPT)
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

/** Is a person of before no longer theirs? Of what is kept it is not told whose it was. */
const hasLost = (before: Me, me: Me): boolean => {
  const theirs = new Set(peopleOf(me).map(({ memberId }) => memberId))
  return peopleOf(before).some(({ memberId }) => !theirs.has(memberId))
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
  useState(begin)
  const { me, refusal, chosen } = useStore(session)
  useEffect(() => {
    if (!asked || !session.get().me) void refreshMe()
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
