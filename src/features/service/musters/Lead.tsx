import { View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Card, Section } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { clockTime } from '../../../components/times'
import { Unfold } from '../../../components/Unfold'
import { call, newId } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useCommand } from '../../../platform/query'
import { RollCode } from './Roll'
import { listWords, type Muster } from './words'

const lists = ['silent', 'coming', 'arrived', 'no'] as const

/** What the people of one's part said, each line leads to the names; those who have to be rung come first. */
export const Sums = ({ musterId, muster }: { musterId: string; muster: Muster }) => {
  const { sums } = muster
  if (!sums) return null
  const counts = { silent: sums.silent, coming: sums.coming + sums.late, arrived: sums.arrived, no: sums.no }
  const unbound = muster.silent.filter(one => !one.bound).length
  const waits = now() < muster.ringAt
  const ring = waits
    ? `${unbound > 0 ? `其中${String(unbound)}人没有微信，现在就打电话；` : ''}别的人${clockTime(muster.ringAt)}以后还没回，就打电话`
    : '请一个一个打电话，替他们把回话记下来'
  return (
    <Section title={`一共叫了 ${String(sums.called)} 人`}>
      {lists.map(list => (
        <LinkRow
          key={list}
          icon={list === 'silent' ? 'phone' : list === 'no' ? 'close' : list === 'arrived' ? 'done' : 'people'}
          words={`${listWords[list]} ${String(counts[list])} 人`}
          {...(list === 'silent' && sums.silent > 0 && muster.state === 'open' ? { note: ring } : {})}
          onPress={() => go(routes.musterList({ id: musterId, list }))}
        />
      ))}
    </Section>
  )
}

interface Props {
  musterId: string
  muster: Muster
  onDone: () => Promise<unknown>
}

/** Asks the silent once more. */
const Remind = ({ musterId, muster, onDone }: Props) => {
  const command = useCommand('muster.remind')
  const [asked, setAsked] = useState<number | undefined>()
  const press = async () => {
    const answer = await command.run({ musterId })
    if (!answer?.ok) return
    setAsked(answer.data.asked)
    await onDone()
  }
  const silent = muster.sums?.silent ?? 0
  return (
    <>
      {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
      {asked !== undefined && <Notice tone="good" title={`又问了 ${String(asked)} 位同志`} onSeen={() => setAsked(undefined)} />}
      {silent > 0 && (
        <Button icon="notice" busyWords="正在问…" onPress={press}>
          {`只再问没回话的 ${String(silent)} 人`}
        </Button>
      )}
    </>
  )
}

/** The end for all, with a word of thanks; asked once. */
const End = ({ musterId, muster, onDone }: Props) => {
  const command = useCommand('muster.end')
  const [words, setWords] = useState('')
  const away = muster.sums === null ? 0 : Math.max(0, muster.sums.coming + muster.sums.late - muster.sums.arrived)
  return (
    <Unfold words="全部结束，谢谢大家" kind="danger" icon="stop">
      {close => {
        const end = async () => {
          const answer = await command.run({ musterId, ...(words.trim() ? { words: words.trim() } : {}) })
          if (!answer?.ok) return
          close()
          await onDone()
        }
        return (
          <Notice tone="warn" title="现在就全部结束吗？">
            <View>
              到了的同志会收到感谢，服务时间自动记上{away > 0 ? `；还没到的 ${String(away)} 位会收到“不用来了”` : ''}。结束了不能再打开。
            </View>
            <Field label="想对大家说的话（可以不填）" value={words} onChange={setWords} max={200} tall />
            {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
            <Button kind="danger" busyWords="正在结束…" onPress={end}>
              是的，全部结束
            </Button>
            <Button onPress={close}>先不结束</Button>
          </Notice>
        )
      }}
    </Unfold>
  )
}

/** What a leader does: the code for the roll-call, the question asked again, the list as a workbook, the end. */
export const LeadTools = (props: Props) => {
  const { musterId, muster } = props
  const [code, setCode] = useState(false)
  const can = (verb: Muster['may'][number]) => muster.may.includes(verb)
  return (
    <View className="stack">
      {code && <RollCode musterId={musterId} onClose={() => setCode(false)} />}
      {!code && can('codes') && (
        <Button icon="qr" onPress={() => setCode(true)}>
          打开签到码
        </Button>
      )}
      {can('arrive') && can('answerFor') && (
        <LinkRow
          icon="list"
          words="按名字点名"
          note="没有网络也能点，有网了自己报上去"
          onPress={() => go(routes.musterList({ id: musterId, list: 'coming' }))}
        />
      )}
      {can('remind') && <Remind {...props} />}
      {can('export') && (
        <ExportButton
          words="导出名单（Excel）"
          name={`${muster.title}.xlsx`}
          make={() => call('muster.export', { musterId }, { commandId: newId() })}
        />
      )}
      {can('end') && <End {...props} />}
    </View>
  )
}

/** How the whole stands in one look. */
export const Standing = ({ muster }: { muster: Muster }) => {
  const need = muster.grid.reduce((sum, one) => sum + one.need, 0)
  const coming = muster.grid.reduce((sum, one) => sum + Math.min(one.need, one.coming), 0)
  const arrived = muster.grid.reduce((sum, one) => sum + one.arrived, 0)
  const lacking = need - coming
  return (
    <Card edge={lacking > 0 ? 'warn' : 'good'}>
      <View className="strong">{lacking > 0 ? `还差 ${String(lacking)} 人` : '人都够了'}</View>
      <View className="soft">{`一共要 ${String(need)} 人，已经到了 ${String(arrived)} 人`}</View>
    </Card>
  )
}
