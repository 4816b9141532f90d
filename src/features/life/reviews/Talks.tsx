import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { sayDay } from '../../../../core/shared/spans'
import { Button, IconButton } from '../../../components/Button'
import { Section } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Many } from '../../../components/Many'
import { ShortRow } from '../../../components/Rows'
import { now } from '../../../platform/clock'
import { useCommand } from '../../../platform/query'
import type { Review } from './words'

type Talk = Review['talks'][number]

interface Props {
  activityId: string
  talks: readonly Talk[]
  /** Who reads it, and so is not named; the secretary reads both names. */
  mine?: string
  title: string
  closed: boolean
  onChanged: () => Promise<void>
  /** Takes a pair out of the list; for the secretary. */
  onDrop?: (talkId: string) => Promise<void>
}

const sayPeople = ({ people }: Talk, mine: string | undefined) =>
  people
    .filter(one => one.memberId !== mine)
    .map(one => one.name)
    .join('、')

/** Talks between two people: each is ticked with today's day once it was held; what was said stays between the two. */
export const Talks = ({ activityId, talks, mine, title, closed, onChanged, onDrop }: Props) => {
  const talked = useCommand('review.talked')
  const [openId, setOpenId] = useState<string | undefined>()
  if (talks.length === 0) return null
  const tick = async ({ talkId, on }: Talk) => {
    const answer = await talked.run({ activityId, talkId, on: on === undefined ? dateOf(now()) : null })
    if (answer?.ok) await onChanged()
  }
  return (
    <Section title={title}>
      {talked.refusal && <Failure refusal={talked.refusal} onSeen={talked.forget} />}
      <Many items={talks} keyOf={one => one.talkId} step={12} unit="对">
        {talk => (
          <View className="stack">
            <ShortRow
              name={sayPeople(talk, mine)}
              {...(talk.on === undefined
                ? { note: '还没有谈' }
                : { state: { icon: 'done' as const, tone: 'good' as const, words: `${sayDay(talk.on)}谈过` } })}
              {...(onDrop && talk.on === undefined ? { onPress: () => setOpenId(openId === talk.talkId ? undefined : talk.talkId) } : {})}
              action={
                closed ? undefined : (
                  <IconButton
                    icon={talk.on === undefined ? 'check' : 'back'}
                    words={talk.on === undefined ? '谈过' : '撤回'}
                    label={`${talk.on === undefined ? '谈过' : '撤回'}：${sayPeople(talk, mine)}`}
                    onPress={() => tick(talk)}
                  />
                )
              }
            />
            {onDrop && openId === talk.talkId && (
              <Button icon="remove" about={sayPeople(talk, mine)} onPress={() => onDrop(talk.talkId)}>
                去掉这一对
              </Button>
            )}
          </View>
        )}
      </Many>
      <View className="soft small">只记哪天谈的，谈了什么不记。</View>
    </Section>
  )
}
