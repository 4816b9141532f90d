import { type ReactNode, useState } from 'react'
import { wishKinds, wishKindWords, type WishKind } from '../../../../core/help/wishes/kinds'
import { dateOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { goInstead } from '../../../platform/go'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { fields, text } from '../../../platform/shape'
import { askToTell } from '../../../platform/subscribe'

const options = wishKinds.map(value => ({
  value,
  words: wishKindWords[value],
  hint: value === 'escort' ? '有车接送，有人全程陪着' : '例如：回老部队看看、见见老战友',
}))
const isWish = fields({ text, on: text })

interface Props {
  /** The elder it is for: one that an officer asks for, else the reader or the elder they act for. */
  elder?: { memberId: string; name: string } | undefined
  forMemberId: { forMemberId?: string }
  head: ReactNode
  onBack: () => void
}

/** 提一个心愿, or 请人陪着看病: what, and when if it is known. */
export const RaiseWish = ({ elder, forMemberId, head, onBack }: Props) => {
  const [kind, setKind] = useState<WishKind>('escort')
  const { draft, change, done } = useDraft(`wish/${elder?.memberId ?? forMemberId.forMemberId ?? ''}`, isWish, { text: '', on: '' })
  const [tried, setTried] = useState(false)
  const raise = useCommand('wish.raise')
  const raiseFor = useCommand('wish.raiseFor')
  const press = async () => {
    setTried(true)
    if (draft.text.trim() === '') return
    await askToTell(['wish-news'])
    const said = { kind, text: draft.text, ...(draft.on === '' ? {} : { on: draft.on }) }
    const answer = elder ? await raiseFor.run({ ...said, memberId: elder.memberId }) : await raise.run({ ...said, ...forMemberId })
    if (!answer?.ok) return
    done()
    goInstead(routes.wish({ id: answer.data.wishId }))
  }
  const forget = () => {
    raise.forget()
    raiseFor.forget()
  }
  const refusal = raise.refusal ?? raiseFor.refusal
  return (
    <Screen
      main={
        <BigButton icon="hand" busyWords="正在告诉支部…" onPress={press}>
          {elder ? `替${elder.name}提出来` : '告诉支部，请安排'}
        </BigButton>
      }
    >
      {head}
      {refusal && <Failure refusal={refusal} onSeen={forget} />}
      <Choice label="要什么" options={options} value={kind} onChange={setKind} />
      <Field
        label="说一说"
        value={draft.text}
        onChange={value => change({ text: value })}
        max={300}
        tall
        placeholder={kind === 'escort' ? '例如：去协和医院复查心脏，腿脚不便' : '例如：想回老部队驻地看看'}
        error={tried && draft.text.trim() === '' ? '请说一两句' : undefined}
      />
      <DateField label="哪一天（没定可以不填）" value={draft.on} from={dateOf(now())} onChange={on => change({ on })} />
      <Button icon="back" onPress={onBack}>
        先不提
      </Button>
    </Screen>
  )
}
