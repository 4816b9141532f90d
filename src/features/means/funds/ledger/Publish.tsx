import { View } from '@tarojs/components'
import { Button } from '../../../../components/Button'
import { Failure } from '../../../../components/Failure'
import { Field } from '../../../../components/Field'
import { useDraft } from '../../../../platform/draft'
import { useCommand } from '../../../../platform/query'
import { texts } from '../../../../platform/shape'
import type { PartProps } from './part'

const blank = { words: '' }
const isDraft = texts(blank)

/** The year's sums, put before the members. */
export const Publish = ({ orgId, year, onDone }: PartProps) => {
  const { draft, change, done } = useDraft(`fund-publish/${orgId}/${String(year)}`, isDraft, blank)
  const publish = useCommand('fund.publish')
  const press = async () => {
    const answer = await publish.run({ orgId, year, words: draft.words })
    if (!answer?.ok) return
    done()
    await onDone(`公示了，告诉了${String(answer.data.told)}位党员`)
  }
  return (
    <View className="stack">
      {publish.refusal && <Failure refusal={publish.refusal} onSeen={publish.forget} />}
      <View className="soft">党员看到党费和各科目的合计，看不到任何人的名字。</View>
      <Field label="写几句（可以不写）" value={draft.words} onChange={words => change({ words })} max={300} tall />
      <Button icon="notice" busyWords="正在公示…" onPress={press}>
        {`公示${String(year)}年`}
      </Button>
    </View>
  )
}
