import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf, addDays, instantOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { CallOff } from '../../../components/CallOff'
import { Section } from '../../../components/Card'
import { DateField, TimeField } from '../../../components/Dates'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Fold } from '../../../components/Fold'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { ShortRow } from '../../../components/Rows'
import { Unfold } from '../../../components/Unfold'
import { call, newId } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { go, goInstead } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { CallMember } from '../../people/public'
import type { Vote } from './words'

/** Those who have not voted, to be rung up. */
const Missing = ({ voteId }: { voteId: string }) => {
  const query = useQuery('vote.missing', { voteId })
  const { items, more, refusal } = usePages(query, cursor => call('vote.missing', { voteId, cursor }))
  return (
    <Loaded query={query}>
      {() => (
        <View className="stack">
          {items.length === 0 && <View>都投过了。</View>}
          {items.map(one => (
            <ShortRow
              key={one.memberId}
              name={one.name}
              note={one.branchName}
              action={<CallMember memberId={one.memberId} name={one.name} />}
            />
          ))}
          {refusal && <Failure refusal={refusal} />}
          {more && <Button onPress={more}>再看一些</Button>}
        </View>
      )}
    </Loaded>
  )
}

/** 在票数相同的中间再投一次. */
const Again = ({ voteId }: { voteId: string }) => {
  const [date, setDate] = useState(addDays(dateOf(now()), 2))
  const [time, setTime] = useState('18:00')
  const again = useCommand('vote.again')
  const press = async () => {
    const answer = await again.run({ voteId, closesAt: instantOf(date, time) })
    if (answer?.ok) goInstead(routes.vote({ id: answer.data.voteId }))
  }
  return (
    <Unfold icon="retry" words="在票数相同的中间再投一次">
      {close => (
        <View className="stack">
          <DateField label="哪天截止" value={date} onChange={setDate} from={dateOf(now())} />
          <TimeField label="几点截止" value={time} onChange={setTime} />
          {again.refusal && <Failure refusal={again.refusal} onSeen={again.forget} />}
          <Button icon="done" busyWords="正在发起…" onPress={press}>
            发起再投
          </Button>
          <Button kind="quiet" onPress={close}>
            先不投
          </Button>
        </View>
      )}
    </Unfold>
  )
}

/** One tap honours all who were elected. */
const Honour = ({ vote, onChanged }: { vote: Vote; onChanged: () => Promise<void> }) => {
  const [said, setSaid] = useState<string | undefined>()
  const honour = useCommand('vote.honour')
  const press = async () => {
    const answer = await honour.run({ voteId: vote.voteId })
    if (!answer?.ok) return
    const { honoured, left } = answer.data
    setSaid(
      honoured === 0
        ? '当选的里面没有名册上的同志，不用授予'
        : `授予了 ${String(honoured)} 位，他们会收到消息和证书${left.length > 0 ? `；${left.join('、')}已经不在本组织` : ''}`,
    )
    await onChanged()
  }
  return (
    <>
      {said !== undefined && <Notice tone="good" title={said} />}
      {honour.refusal && <Failure refusal={honour.refusal} onSeen={honour.forget} />}
      {!vote.honoured && (
        <Button icon="award" busyWords="正在授予…" onPress={press}>
          给当选的同志授予荣誉
        </Button>
      )}
      {vote.honoured && said === undefined && <Notice tone="good" title="当选的同志已经授予荣誉" />}
    </>
  )
}

/** What the publisher does with a vote: remind, call, call off, vote again, honour, take home as a sheet. */
export const Runs = ({ vote, onChanged }: { vote: Vote; onChanged: () => Promise<void> }) => {
  const { voteId, may } = vote
  const [reminded, setReminded] = useState(false)
  const remind = useCommand('vote.remind')
  const cancel = useCommand('vote.cancel')
  const { againId } = vote
  const press = async () => {
    const answer = await remind.run({ voteId })
    if (answer?.ok) setReminded(true)
  }
  if (may.length === 0) return null
  return (
    <Section title="由您来办">
      <View className="stack">
        {may.includes('remind') && (
          <>
            {reminded && <Notice tone="good" title="提醒过还没投的同志了，每人只提醒一次" />}
            {remind.refusal && <Failure refusal={remind.refusal} onSeen={remind.forget} />}
            {!reminded && (
              <Button icon="bell" busyWords="正在提醒…" onPress={press}>
                提醒还没投的同志
              </Button>
            )}
          </>
        )}
        {may.includes('missing') && <Fold title="谁还没有投">{() => <Missing voteId={voteId} />}</Fold>}
        {may.includes('again') && <Again voteId={voteId} />}
        {againId !== undefined && (
          <Button icon="next" onPress={() => go(routes.vote({ id: againId }))}>
            看再投的一次
          </Button>
        )}
        {may.includes('honour') && <Honour vote={vote} onChanged={onChanged} />}
        {may.includes('export') && (
          <ExportButton
            words="导出 Excel"
            icon="sheet"
            name="投票结果.xlsx"
            make={() => call('vote.export', { voteId }, { commandId: newId() })}
          />
        )}
        {may.includes('cancel') && (
          <CallOff
            words="取消这次评选"
            draft={`vote-cancel/${voteId}`}
            question="取消这次评选吗？"
            explain="大家都会收到消息，投过的票作废。"
            example="推迟到下个月"
            refusal={cancel.refusal}
            onYes={words => cancel.run({ voteId, words })}
            onDone={onChanged}
          />
        )}
      </View>
    </Section>
  )
}
