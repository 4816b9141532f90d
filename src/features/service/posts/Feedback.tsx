import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Photos } from '../../../components/Photos'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { fields, list, text } from '../../../platform/shape'
import type { For, Post } from './post'

const isFeedback = fields({ text, photos: list(text) })

/** What a person who served wants to say, with photos; can be put right later. */
export const Feedback = ({ post, forMemberId, onDone }: { post: Post; forMemberId: For; onDone: () => Promise<void> }) => {
  const { postId, myFeedback } = post
  const [first] = useState({ text: myFeedback?.text ?? '', photos: myFeedback?.photoFileIds ?? [] })
  const { draft, change, done } = useDraft(`feedback/${postId}/${forMemberId.forMemberId ?? ''}`, isFeedback, first)
  const [open, setOpen] = useState(JSON.stringify(draft) !== JSON.stringify(first))
  const [saved, setSaved] = useState(false)
  const command = useCommand('post.feedback')
  const send = async () => {
    const answer = await command.run({ postId, text: draft.text.trim(), photoFileIds: draft.photos, ...forMemberId })
    if (!answer?.ok) return
    done(draft)
    setOpen(false)
    setSaved(true)
    await onDone()
  }
  if (!open) {
    return (
      <>
        {saved && <Notice tone="good" title="已经告诉组织的同志，谢谢您" onSeen={() => setSaved(false)} />}
        <Button icon="edit" onPress={() => setOpen(true)}>
          {myFeedback ? '改一改我说的和照片' : '说说情况，发几张照片'}
        </Button>
      </>
    )
  }
  return (
    <Card title="说说情况">
      <Field
        label="怎么样"
        value={draft.text}
        onChange={text => change({ text })}
        max={500}
        tall
        placeholder="例如：今天护送了三十多个孩子过马路"
      />
      <Photos fileIds={draft.photos} onChange={next => change(before => ({ photos: next(before.photos) }))} />
      {command.refusal && <Failure refusal={command.refusal} />}
      <View className="stack">
        <Button disabled={draft.text.trim() === '' && draft.photos.length === 0} busyWords="正在发…" onPress={send}>
          发给组织的同志
        </Button>
        <Button kind="quiet" onPress={() => setOpen(false)}>
          先不说了
        </Button>
      </View>
    </Card>
  )
}
