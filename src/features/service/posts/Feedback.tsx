import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Photos } from '../../../components/Photos'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import type { For, Post } from './post'

const photosOf = (text: string): string[] => text.split('\n').filter(one => one !== '')

/** What whoever served wants to say, with photos; can be put right later. */
export const Feedback = ({ post, forMemberId, onDone }: { post: Post; forMemberId: For; onDone: () => Promise<void> }) => {
  const { postId, myFeedback } = post
  const [first] = useState({ text: myFeedback?.text ?? '', photos: myFeedback?.photoFileIds.join('\n') ?? '' })
  const { draft, change, done } = useDraft(`feedback/${postId}/${forMemberId.forMemberId ?? ''}`, first)
  const latest = useRef(draft)
  latest.current = draft
  const [open, setOpen] = useState(draft.text !== first.text || draft.photos !== first.photos)
  const [saved, setSaved] = useState(false)
  const command = useCommand('post.feedback')
  const send = async () => {
    const answer = await command.run({ postId, text: draft.text.trim(), photoFileIds: photosOf(draft.photos), ...forMemberId })
    if (!answer?.ok) return
    done(draft)
    setOpen(false)
    setSaved(true)
    await onDone()
  }
  const setPhotos = (next: (fileIds: readonly string[]) => string[]) => {
    // Several photos may arrive between two drawings.
    latest.current = { ...latest.current, photos: next(photosOf(latest.current.photos)).join('\n') }
    change({ photos: latest.current.photos })
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
      <Photos fileIds={photosOf(draft.photos)} onChange={setPhotos} />
      {command.refusal && <Failure refusal={command.refusal} />}
      <View className="stack">
        <Button disabled={draft.text.trim() === '' && draft.photos === ''} busyWords="正在发…" onPress={send}>
          发给组织的同志
        </Button>
        <Button kind="quiet" onPress={() => setOpen(false)}>
          先不说了
        </Button>
      </View>
    </Card>
  )
}
