import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { kindWords } from '../../../core/requests/kinds'
import { type VisitWay, visitWays } from '../../../core/visits/kinds'
import { dateOf, instantOf } from '../../../core/shared/calendar'
import { BigButton } from '../../components/Button'
import { Choice } from '../../components/Choice'
import { DateField } from '../../components/Dates'
import { Failure } from '../../components/Failure'
import { Field } from '../../components/Field'
import { HelpKinds, kindsOf, kindsText } from '../../components/HelpKinds'
import { Notice } from '../../components/Notice'
import { Photos } from '../../components/Photos'
import { Screen } from '../../components/Screen'
import { now } from '../../platform/clock'
import { useDraft } from '../../platform/draft'
import { useCommand } from '../../platform/query'
import { askToTell } from '../../platform/subscribe'
import type { Visit } from './words'

const files = (text: string): string[] => text.split('\n').filter(one => one !== '')
const wayOf = (text: string): VisitWay => visitWays.find(way => way === text) ?? 'visit'

/** What was said of each need, a line for each. */
const saidOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .map(line => line.split('：'))
      .flatMap(([kind = '', ...words]) => (kind === '' ? [] : [[kind, words.join('：')]])),
  )
const saidText = (said: Record<string, string>): string =>
  Object.entries(said)
    .map(([kind, words]) => `${kind}：${words.replace(/\n/gu, ' ')}`)
    .join('\n')

const ways = [
  { value: 'visit', words: '上门看望了' },
  { value: 'call', words: '打电话问候了' },
] as const

/** How it went: the way, what was brought and found, photos, and what the elder needs, which becomes a request. Kept on the phone until it is sent. */
export const RecordForm = ({ visit, onDone, children }: PropsWithChildren<{ visit: Visit; onDone: () => Promise<void> }>) => {
  const { visitId, name, callCounts } = visit
  const today = dateOf(now())
  const first = { by: 'visit', on: today, at: '', note: '', brought: '', photos: '', kinds: '', said: '' }
  const { draft, change, done } = useDraft(`visit/${visitId}`, first)
  const command = useCommand('visit.record')
  const by = callCounts ? wayOf(draft.by) : 'visit'
  const kinds = kindsOf(draft.kinds)
  const said = saidOf(draft.said)
  const press = async () => {
    // Whoever has just been at an elder's is asked whether they want to hear of the next one.
    await askToTell(['visit-due'])
    // The hour of the first try stays: tried again, it is the same record.
    const at = draft.at === '' ? String(now()) : draft.at
    change({ at })
    const photoFileIds = files(draft.photos)
    const answer = await command.run({
      visitId,
      // On another day the hour matters to nobody.
      at: draft.on === today ? Number(at) : instantOf(draft.on, '12:00'),
      by,
      note: draft.note,
      ...(by === 'visit' && draft.brought.trim() !== '' ? { brought: draft.brought } : {}),
      ...(photoFileIds.length > 0 ? { photoFileIds } : {}),
      ...(kinds.length > 0 ? { needs: kinds.map(kind => ({ kind, text: said[kind] ?? '' })) } : {}),
    })
    if (!answer?.ok) return
    done()
    await onDone()
  }
  return (
    <Screen
      main={
        <BigButton icon="done" busyWords="正在登记…" onPress={press}>
          {kinds.length > 0 ? `登记好，替${name}求助` : '登记好了'}
        </BigButton>
      }
    >
      <View className="title">看望{name}</View>
      {children}
      {command.code && <Failure code={command.code} onSeen={command.forget} />}
      {callCounts ? (
        <Choice label="怎么看望的" options={ways} value={by} onChange={next => change({ by: next })} />
      ) : (
        <View>这次要上门看望，打电话不算。</View>
      )}
      <DateField label="哪一天" value={draft.on} onChange={on => change({ on })} />
      <Field
        label="看到、听到什么"
        value={draft.note}
        onChange={note => change({ note })}
        max={500}
        tall
        placeholder="例如：精神很好，血压有点高"
      />
      {by === 'visit' && (
        <Field
          label="带了什么（可以不写）"
          value={draft.brought}
          onChange={brought => change({ brought })}
          max={100}
          placeholder="例如：米、油、慰问金200元"
        />
      )}
      <Photos
        label="照片（可以不拍）"
        fileIds={files(draft.photos)}
        onChange={next => change(before => ({ photos: next(files(before.photos)).join('\n') }))}
      />
      <HelpKinds label={`${name}有什么要人帮忙的？（可以不选）`} chosen={kinds} onChange={next => change({ kinds: kindsText(next) })} />
      {kinds.map(kind => (
        <Field
          key={kind}
          label={`${kindWords[kind]}：说一说`}
          value={said[kind] ?? ''}
          onChange={words => change({ said: saidText({ ...said, [kind]: words }) })}
          max={200}
          placeholder="例如：厨房的灯不亮了"
        />
      ))}
      {kinds.length > 0 && <Notice tone="info" title="登记以后马上替老人求助，会有人来办。" />}
    </Screen>
  )
}
