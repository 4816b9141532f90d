import { View } from '@tarojs/components'
import { useState } from 'react'
import { requestKinds, requestKindWords } from '../../../../core/shared/request-kinds'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { HelpKinds } from '../teams/HelpKinds'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PointField } from '../../../components/PointField'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { TimeSpan } from '../../../components/TimeSpan'
import type { Given } from '../../../platform/call'
import { useDraft } from '../../../platform/draft'
import { isPoint } from '../../../platform/place'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { fields, flag, list, maybe, oneOf, text } from '../../../platform/shape'
import { askToTell } from '../../../platform/subscribe'

type Offer = Given<'helping.get'>

/** Without hours of one's own. */
const USUAL = { from: '21:00', to: '07:00' }

const isOffer = fields({
  kinds: list(oneOf(requestKinds)),
  point: maybe(isPoint),
  /** Hours of one's own, `from` and `to`, not those of the street. */
  quiet: flag,
  from: text,
  to: text,
})

const formOf = ({ kinds, point, quiet }: Offer) => ({
  kinds,
  point: point ?? null,
  quiet: quiet !== undefined,
  from: quiet?.from ?? USUAL.from,
  to: quiet?.to ?? USUAL.to,
})

const Form = ({ offer, onSaved }: { offer: Offer; onSaved: () => Promise<unknown> }) => {
  const stands = formOf(offer)
  const { draft, change, done } = useDraft('helping/me', isOffer, stands)
  const [saved, setSaved] = useState<'offered' | 'withdrawn' | undefined>()
  const command = useCommand('helping.set')
  const { kinds, point } = draft
  const suggested = offer.suggested.filter(kind => !kinds.includes(kind))
  const same = JSON.stringify(draft) === JSON.stringify(stands)
  const edit = (part: Parameters<typeof change>[0]) => {
    setSaved(undefined)
    change(part)
  }
  const save = async (chosen: typeof kinds) => {
    // Being asked comes by message, which is agreed to while the tap is fresh.
    if (chosen.length > 0) await askToTell(['request-asked'])
    const answer = await command.run({
      kinds: chosen,
      ...(point ? { point } : {}),
      ...(draft.quiet ? { quiet: { from: draft.from, to: draft.to } } : {}),
    })
    if (!answer?.ok) return
    done({ ...draft, kinds: chosen })
    setSaved(chosen.length > 0 ? 'offered' : 'withdrawn')
    await onSaved()
  }
  return (
    <Screen
      main={
        <>
          {command.refusal && <Failure refusal={command.refusal} />}
          <BigButton icon="hand" disabled={kinds.length === 0 || same} busyWords="正在记下…" onPress={() => save(kinds)}>
            {same && offer.kinds.length > 0 ? '已经记下，没有改动' : '这些事可以找我'}
          </BigButton>
        </>
      }
    >
      {saved === 'offered' && (
        <Notice tone="good" title="记下了，谢谢您">
          <View>附近有人求助这些事，会发消息问您；去不去，由您说。老同志的姓名、地址和电话，接了以后才看得到。</View>
        </Notice>
      )}
      {saved === 'withdrawn' && <Notice tone="info" title="以后不再找您了，随时可以再来" />}
      {offer.kinds.length > 0 && !offer.known && (
        <Notice tone="info" title="等支部或街道核实">
          <View>请到附近的党支部或街道当面说一声，核实以后，有人求助才会问您。</View>
        </Notice>
      )}
      <View>选了的事，附近有人求助时才会问您。每一次都可以说“办不了”。</View>
      <HelpKinds label="我能帮的忙" chosen={kinds} onChange={next => edit(before => ({ kinds: next(before.kinds) }))} />
      {suggested.length > 0 && (
        <Button icon="add" onPress={() => edit({ kinds: requestKinds.filter(kind => kinds.includes(kind) || suggested.includes(kind)) })}>
          {`按我的特长加上：${suggested.map(kind => requestKindWords[kind]).join('、')}`}
        </Button>
      )}
      <PointField
        label="我家在哪里"
        hint="只用来算远近，别人看不到"
        point={point ?? undefined}
        onChange={next => edit({ point: next ?? null })}
        none="还没有选。不选就不会作为“附近的人”来问您"
        known="已经选好"
      />
      <LinkRow icon="award" words="我的特长" note="写字、看病、讲党课……登记会做什么" onPress={() => go(routes.talent())} />
      <Choice
        label="什么时候不要找我"
        options={[
          { value: '', words: '按街道的休息时间', hint: '急事、停水停电除外' },
          { value: '1', words: '我自己定' },
        ]}
        value={draft.quiet ? '1' : ''}
        onChange={quiet => edit({ quiet: quiet === '1' })}
      />
      {draft.quiet && <TimeSpan from={draft.from} to={draft.to} onChange={edit} />}
      {offer.kinds.length > 0 && (
        <Button kind="quiet" busyWords="正在记下…" onPress={() => save([])}>
          以后先不要找我帮忙
        </Button>
      )}
    </Screen>
  )
}

/** What the member offers to be asked for, when not, and where they live. A duty of their own: no family helper offers it for them. */
export const Helping = () => {
  const query = useQuery('helping.get', {})
  const [first, setFirst] = useState<Offer | undefined>()
  // The form begins from the first fresh answer; a newer one must not take away what is being chosen.
  if (!first && query.data && query.keptAt === undefined) setFirst(query.data)
  if (!first) {
    return (
      <Screen>
        <Loaded query={query}>{() => null}</Loaded>
      </Screen>
    )
  }
  return <Form offer={query.data ?? first} onSaved={query.reload} />
}
