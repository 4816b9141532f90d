import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { fields, list, text } from '../../../platform/shape'

interface Draft {
  title: string
  count: string
  /** What each gets, as `${orgId} ${count}`; of those that get any. */
  parts: string[]
}
const isDraft = fields<Draft>({ title: text, count: text, parts: list(text) })
const blank: Draft = { title: '', count: '', parts: [] }
const numberOf = (typed: string): number => (/^\d{1,5}$/.test(typed.trim()) ? Number(typed) : 0)

interface Props {
  orgId: string
  /** More of what was sent before. */
  material?: { materialId: string; title: string; received: number; remaining: number; sentTo: readonly string[] } | undefined
  onDone: (sent: boolean) => void
}

/** 发给下面: what came, and how many each below gets. */
export const SendForm = ({ orgId, material, onDone }: Props) => {
  const below = useQuery('org.children', { orgId })
  const { items, more, refusal } = usePages(below, cursor => call('org.children', { orgId, cursor }))
  const { draft, change, done } = useDraft(`material-send/${orgId}/${material?.materialId ?? ''}`, isDraft, blank)
  const [tried, setTried] = useState(false)
  const send = useCommand('material.send')
  const count = material?.received ?? numberOf(draft.count)
  const title = material?.title ?? draft.title
  const parts = new Map(draft.parts.map(one => [one.split(' ')[0] ?? '', one.split(' ')[1] ?? '']))
  const branches = [...parts].map(([id, typed]) => ({ orgId: id, count: numberOf(typed) })).filter(one => one.count > 0)
  const left = (material?.remaining ?? count) - branches.reduce((sum, one) => sum + one.count, 0)
  const faults = {
    title: title.trim() === '' ? '请写材料的名字' : undefined,
    count: count > 0 ? undefined : '请填收到几份',
  }
  const press = async () => {
    setTried(true)
    if (Object.values(faults).some(fault => fault !== undefined)) return
    const answer = await send.run({
      ...{ orgId, title, count, branches, on: dateOf(now()) },
      ...(material ? { materialId: material.materialId } : {}),
    })
    if (!answer?.ok) return
    done(blank)
    onDone(true)
  }
  const put = (id: string, typed: string) => change({ parts: [...new Map([...parts, [id, typed]])].map(([one, many]) => `${one} ${many}`) })
  return (
    <Screen
      main={
        <>
          {send.refusal && <Failure refusal={send.refusal} onSeen={send.forget} />}
          <BigButton icon="done" busyWords="正在记下…" onPress={press}>
            {branches.length === 0 ? '先收下，以后再发' : `发给 ${String(branches.length)} 个组织`}
          </BigButton>
        </>
      }
    >
      {!material && (
        <>
          <Field
            label="什么材料"
            value={draft.title}
            onChange={typed => change({ title: typed })}
            max={60}
            error={tried ? faults.title : undefined}
          />
          <Field
            label="收到几份"
            value={draft.count}
            onChange={typed => change({ count: typed })}
            max={5}
            keyboard="number"
            error={tried ? faults.count : undefined}
          />
        </>
      )}
      {count > 0 && (
        <View className={left < 0 ? 'warn strong' : 'soft'}>
          {left < 0 ? `少 ${String(-left)} 份，请改一改` : `发完还剩 ${String(left)} 份`}
        </View>
      )}
      <Loaded query={below} cards={3}>
        {() => (
          <View className="stack">
            {items
              .filter(one => material?.sentTo.includes(one.orgId) !== true)
              .map(one => (
                <Field
                  key={one.orgId}
                  label={`${one.name} 几份`}
                  value={parts.get(one.orgId) ?? ''}
                  onChange={typed => put(one.orgId, typed)}
                  max={5}
                  keyboard="number"
                />
              ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
      <Button icon="back" onPress={() => onDone(false)}>
        先不发
      </Button>
    </Screen>
  )
}
