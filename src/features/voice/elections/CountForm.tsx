import { View } from '@tarojs/components'
import { useState } from 'react'
import { marks, wrongCounts, type Mark } from '../../../../core/voice/elections/ballots'
import { BigButton, IconButton } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { SearchBox } from '../../../components/SearchBox'
import { useDraft } from '../../../platform/draft'
import { goBack } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { byName, fields, list, text } from '../../../platform/shape'
import { numberOf, type Election, type Named } from './words'

type Counted = Record<Mark, string>
interface Draft {
  returned: string
  invalid: string
  counts: Record<string, Counted>
  written: (Named & { votes: string })[]
}
const isDraft = fields<Draft>({
  ...{ returned: text, invalid: text, counts: byName(fields<Counted>({ for: text, against: text, abstain: text })) },
  written: list(fields<Draft['written'][number]>({ memberId: text, name: text, votes: text })),
})
const none: Counted = { for: '', against: '', abstain: '' }
const markWords: Readonly<Record<Mark, string>> = { for: '○ 赞成', against: '× 不赞成', abstain: '弃权' }

const draftOf = ({ paper, candidates }: Election): Draft => ({
  returned: paper ? String(paper.returned) : '',
  invalid: paper ? String(paper.invalid) : '',
  counts: Object.fromEntries(
    candidates.map(({ memberId }) => {
      const said = (votes: Readonly<Record<string, number>> | undefined) => (votes?.[memberId] === undefined ? '' : String(votes[memberId]))
      return [memberId, { for: said(paper?.counts), against: said(paper?.against), abstain: said(paper?.abstain) }]
    }),
  ),
  written: [],
})

/** What the form says as counts; undefined while something is missing. */
const paperOf = ({ returned, invalid, counts, written }: Draft, candidates: readonly Named[]) => {
  const [came, voided] = [numberOf(returned), numberOf(invalid === '' ? '0' : invalid)]
  const votes = (mark: Mark) => candidates.map(({ memberId }) => [memberId, numberOf(counts[memberId]?.[mark] ?? '')] as const)
  const others = written.map(one => [one.memberId, numberOf(one.votes)] as const)
  if (came === undefined || voided === undefined) return undefined
  const full = (pairs: readonly (readonly [string, number | undefined])[]) =>
    pairs.flatMap(([id, count]) => (count === undefined ? [] : [[id, count] as const]))
  const all = [...marks.flatMap(votes), ...others]
  if (full(all).length < all.length) return undefined
  const record = (mark: Mark) => Object.fromEntries(full(votes(mark)))
  return {
    returned: came,
    invalid: voided,
    counts: { ...record('for'), ...Object.fromEntries(full(others)) },
    against: record('against'),
    abstain: record('abstain'),
  }
}

const FindWritten = ({ electionId, onPick }: { electionId: string; onPick: (one: Named) => void }) => {
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const found = useQuery('election.find', name === '' ? null : { electionId, name })
  return (
    <View className="stack">
      <SearchBox label="票上写了别的人：输入名字" value={typed} onChange={setTyped} />
      {found.data?.items.map(one => (
        <PersonRow
          key={one.memberId}
          name={one.name}
          onPress={() => {
            setTyped('')
            onPick(one)
          }}
        />
      ))}
      {found.data?.items.length === 0 && <View className="soft">本支部没有这位正式党员，这样的名字不计票。</View>}
    </View>
  )
}

const Form = ({ election, onDone }: { election: Election; onDone: () => void }) => {
  const { electionId, candidates, seats, roll } = election
  const count = useCommand('election.count')
  const { draft, change, done } = useDraft<Draft>(`election/${electionId}/count`, isDraft, draftOf(election))
  const paper = paperOf(draft, candidates)
  const wrong = paper
    ? wrongCounts(
        paper,
        candidates.map(one => one.memberId),
        seats,
      )
    : null
  const valid = (numberOf(draft.returned) ?? 0) - (numberOf(draft.invalid === '' ? '0' : draft.invalid) ?? 0)
  const save = async () => {
    if (!paper) return
    const answer = await count.run({ electionId, paper })
    if (!answer?.ok) return
    done(draft)
    onDone()
  }
  const type = (memberId: string, mark: Mark, typed: string) =>
    change(before => ({ counts: { ...before.counts, [memberId]: { ...none, ...before.counts[memberId], [mark]: typed } } }))
  const sumOf = (memberId: string) => {
    const numbers = marks.map(mark => numberOf(draft.counts[memberId]?.[mark] ?? ''))
    return numbers.some(one => one === undefined) ? undefined : numbers.reduce<number>((sum, one) => sum + (one ?? 0), 0)
  }
  return (
    <Screen
      main={
        <BigButton icon="done" disabled={!paper || wrong !== null} busyWords="正在保存…" onPress={save}>
          {paper ? (wrong ? '票数对不上，请核对' : '票数对上了，保存') : '还没有填完'}
        </BigButton>
      }
    >
      <Title>计票</Title>
      <View className="soft">{`到会投票的 ${String(roll?.present ?? 0)} 人。这里只数纸票；手机上的票系统自己数。`}</View>
      {count.refusal && <Failure refusal={count.refusal} onSeen={count.forget} />}
      <View className="row top">
        <View className="grow">
          <Field label="收回纸票" value={draft.returned} onChange={returned => change({ returned })} max={4} keyboard="number" />
        </View>
        <View className="grow">
          <Field label="其中无效" value={draft.invalid} onChange={invalid => change({ invalid })} max={4} keyboard="number" />
        </View>
      </View>
      <Notice tone="info" title={`有效票 ${String(Math.max(valid, 0))} 张`}>
        {`选的人超过 ${String(seats)} 位的、看不清的，算无效。每位候选人三个数加起来，要正好等于有效票。`}
      </Notice>
      {candidates.map(({ memberId, name }) => {
        const sum = sumOf(memberId)
        const off = sum !== undefined && sum !== valid
        return (
          <Card key={memberId} title={name} {...(off ? { edge: 'warn' as const } : {})}>
            <View className="row top">
              {marks.map(mark => (
                <View key={mark} className="grow">
                  <Field
                    label={markWords[mark]}
                    value={draft.counts[memberId]?.[mark] ?? ''}
                    onChange={typed => type(memberId, mark, typed)}
                    max={4}
                    keyboard="number"
                  />
                </View>
              ))}
            </View>
            {off && <View className="warn strong">{`加起来是 ${String(sum)}，有效票是 ${String(valid)}`}</View>}
            {sum !== undefined && !off && <View className="small soft">对上了</View>}
          </Card>
        )
      })}
      <Section title="另选的人">
        {draft.written.map(one => (
          <View key={one.memberId} className="row top">
            <View className="grow">
              <Field
                label={`${one.name}几票`}
                value={one.votes}
                onChange={votes =>
                  change(before => ({
                    written: before.written.map(other => (other.memberId === one.memberId ? { ...other, votes } : other)),
                  }))
                }
                max={4}
                keyboard="number"
              />
            </View>
            <IconButton
              icon="remove"
              label={`拿掉：${one.name}`}
              onPress={() => change(before => ({ written: before.written.filter(other => other.memberId !== one.memberId) }))}
            />
          </View>
        ))}
        <FindWritten
          electionId={electionId}
          onPick={one =>
            change(before => ({
              written: before.written.some(other => other.memberId === one.memberId)
                ? before.written
                : [...before.written, { ...one, votes: '' }],
            }))
          }
        />
      </Section>
    </Screen>
  )
}

/** 计票: paper ballots, for the tellers; large numbers whose sums are checked as they are typed. */
export const CountBallots = ({ electionId }: { electionId: string }) => {
  const query = useQuery('election.get', { electionId }, { kept: false })
  if (query.data?.may.includes('count') === true) return <Form election={query.data} onDone={goBack} />
  return (
    <Screen>
      <Loaded query={query} cards={4}>
        {() => <Notice tone="info" title="现在不是计票的时候，或者您不是这次的计票人、监票人" />}
      </Loaded>
    </Screen>
  )
}
