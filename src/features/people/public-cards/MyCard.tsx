import { View } from '@tarojs/components'
import { useState } from 'react'
import { Title } from '../../../components/Card'
import { requestKindWords, requestKinds } from '../../../../core/shared/request-kinds'
import { BigButton, Button } from '../../../components/Button'
import { Chips } from '../../../components/Chips'
import { Choice, type Option } from '../../../components/Choice'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { ShareButton } from '../../../components/OpenButtons'
import { Photos } from '../../../components/Photos'
import { QrCode } from '../../../components/QrCode'
import { Fact } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { type Asked, type Given } from '../../../platform/call'
import { publicCardLink } from './links'
import { useCommand, useQuery } from '../../../platform/query'
import { useShareCard } from '../../../platform/share'
import { shareOf } from './share'
import { ByBranch, Shown } from './Shown'

type Mine = Given<'publicCard.mine'>
type Form = Asked<'publicCard.publish'>
type Published = NonNullable<Mine['card']>

const fresh = ({ card, name }: Mine): Form =>
  card
    ? {
        name: card.name,
        helps: card.helps,
        words: card.words,
        reach: card.reach,
        ...(card.photoFileId === undefined ? {} : { photoFileId: card.photoFileId }),
      }
    : { name, helps: [], words: '', reach: 'branch' }

const Preview = ({ form, mine, onBack, onDone }: { form: Form; mine: Mine; onBack: () => void; onDone: () => void }) => {
  const publish = useCommand('publicCard.publish')
  const press = async () => {
    const answer = await publish.run(form)
    if (answer?.ok) onDone()
  }
  return (
    <Screen
      main={
        <BigButton busy={publish.busy} onPress={press}>
          就这样公开
        </BigButton>
      }
    >
      <Title>别人会看到这些</Title>
      <Shown
        card={{ ...form, branchName: mine.branchName }}
        reach={
          form.reach === 'phone' ? (
            <Fact icon="phone" label="怎么找我">
              打电话（按了才会给号码 {mine.maskedPhone ?? ''}）
            </Fact>
          ) : (
            <ByBranch branchName={mine.branchName} />
          )
        }
      />
      <View className="soft">除了上面这些，别的都不会给人看。随时可以收回来。</View>
      {publish.refusal && <Failure refusal={publish.refusal} onSeen={publish.forget} />}
      <Button onPress={onBack}>回去再改改</Button>
    </Screen>
  )
}

const Edit = ({ mine, onPreview, first }: { mine: Mine; first: Form; onPreview: (form: Form) => void }) => {
  const [form, setForm] = useState(first)
  const [missing, setMissing] = useState<string | undefined>()
  const change = (part: Partial<Form>) => setForm(before => ({ ...before, ...part }))
  const reaches: Option<Form['reach']>[] = [
    { value: 'branch', words: '请支部转告', hint: '不给电话号码' },
    ...(mine.maskedPhone === undefined ? [] : [{ value: 'phone' as const, words: '直接给我打电话', hint: mine.maskedPhone }]),
  ]
  const press = () => {
    if (form.name.trim() === '') setMissing('请写上怎么称呼您')
    else if (form.helps.length === 0 && form.words.trim() === '') setMissing('请选一样您能帮的，或者写一句话')
    else onPreview(form)
  }
  const setPhoto = (next: (fileIds: readonly string[]) => string[]) =>
    setForm(({ photoFileId, ...rest }) => {
      const latest = next(photoFileId === undefined ? [] : [photoFileId]).at(-1)
      return latest === undefined ? rest : { ...rest, photoFileId: latest }
    })
  return (
    <Screen main={<BigButton onPress={press}>先看看样子</BigButton>}>
      <View>写好以后，邻居扫一扫就知道您是党员、能帮什么忙。写什么、给不给电话，都由您定。</View>
      <Field label="怎么称呼您" value={form.name} onChange={name => change({ name })} max={20} />
      <Chips
        many
        label="我能帮的"
        options={requestKinds.map(kind => ({ value: kind, words: requestKindWords[kind] }))}
        chosen={form.helps}
        onPress={kind => change({ helps: form.helps.includes(kind) ? form.helps.filter(one => one !== kind) : [...form.helps, kind] })}
      />
      <Field
        label="想说的话（可以不写）"
        value={form.words}
        onChange={words => change({ words })}
        max={200}
        tall
        placeholder="会写毛笔字，过年帮大家写春联"
      />
      <Choice label="别人怎么找您" options={reaches} value={form.reach} onChange={reach => change({ reach })} />
      <Photos label="照片（可以不放）" fileIds={form.photoFileId === undefined ? [] : [form.photoFileId]} onChange={setPhoto} />
      {missing !== undefined && <Notice tone="warn" title={missing} onSeen={() => setMissing(undefined)} />}
    </Screen>
  )
}

const Standing = ({ card, onEdit, onWithdrawn }: { card: Published; onEdit: () => void; onWithdrawn: () => void }) => {
  const share = shareOf(card, card.code)
  useShareCard(share)
  const withdraw = useCommand('publicCard.withdraw')
  const press = async () => {
    const answer = await withdraw.run({})
    if (answer?.ok) onWithdrawn()
  }
  return (
    <Screen main={<ShareButton big words="转发给别人" card={share} />}>
      <Notice tone="good" title="您的卡片公开着" />
      <Shown
        card={card}
        reach={
          card.reach === 'phone' ? (
            <Fact icon="phone" label="怎么找我">
              打电话
            </Fact>
          ) : (
            <ByBranch branchName={card.branchName} />
          )
        }
      />
      <QrCode text={publicCardLink(card.code)} label={`${card.name}的公开卡片的码`} />
      <View>别人用微信扫一扫，就能看到这张卡片。</View>
      <Button icon="edit" onPress={onEdit}>
        改一改
      </Button>
      {withdraw.refusal && <Failure refusal={withdraw.refusal} onSeen={withdraw.forget} />}
      <Confirm
        question="要把卡片收回来吗？"
        explain="转发出去的、贴在墙上的码，都会马上打不开。以后还可以再公开。"
        yes="是，收回来"
        no="不，还公开着"
        onYes={press}
      >
        收回卡片
      </Confirm>
    </Screen>
  )
}

/** One's own public card: write it, see it as others will, publish it, show its code, take it back. */
export const MyCard = () => {
  const query = useQuery('publicCard.mine', {})
  const [form, setForm] = useState<{ form: Form; previewed: boolean } | undefined>()
  const [withdrawn, setWithdrawn] = useState(false)
  const mine = query.data
  if (!mine) {
    return (
      <Screen>
        <Loaded query={query} cards={2}>
          {() => null}
        </Loaded>
      </Screen>
    )
  }
  const done = async (gone: boolean) => {
    await query.reload()
    setForm(undefined)
    setWithdrawn(gone)
  }
  if (form?.previewed)
    return <Preview form={form.form} mine={mine} onBack={() => setForm({ ...form, previewed: false })} onDone={() => done(false)} />
  if (mine.card && !form) {
    const card = mine.card
    return <Standing card={card} onEdit={() => setForm({ form: fresh(mine), previewed: false })} onWithdrawn={() => done(true)} />
  }
  if (withdrawn && !form) {
    return (
      <Screen main={<BigButton onPress={() => setWithdrawn(false)}>重新写一张</BigButton>}>
        <Notice tone="good" title="卡片已经收回来了">
          <View>转发出去的和贴出去的码，现在都看不到了。</View>
        </Notice>
      </Screen>
    )
  }
  return <Edit mine={mine} first={form?.form ?? fresh(mine)} onPreview={next => setForm({ form: next, previewed: true })} />
}
