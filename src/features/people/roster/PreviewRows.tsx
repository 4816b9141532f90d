import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card, Section } from '../../../components/Card'
import { Notice } from '../../../components/Notice'
import { type Decision, type Decisions, isAsked, keyOf, placeOf, type Row } from './asked'
import { AskedRows } from './AskedRows'
import { PreviewCounts } from './PreviewCounts'
import { RowGroups } from './RowGroups'
import type { Preview } from './useImport'

/** What of the file is no person, and columns that were not read. */
export const NotRead = ({ ignored, unread }: Pick<Preview, 'ignored' | 'unread'>) => (
  <>
    {unread.length > 0 && <View className="soft">这几列名册上没有地方放，没有读：{unread.join('、')}</View>}
    <Ignored ignored={ignored} />
  </>
)

const Ignored = ({ ignored }: Pick<Preview, 'ignored'>) => {
  const [open, setOpen] = useState(false)
  if (ignored.length === 0) return null
  if (!open) {
    return (
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {`有 ${ignored.length} 行不是人，没有算（看一看）`}
      </Button>
    )
  }
  return (
    <Section title={`没有算的 ${ignored.length} 行`}>
      <Card>
        {ignored.map(one => (
          <View key={keyOf(one)}>
            {placeOf(one)}：{one.why}
          </View>
        ))}
      </Card>
    </Section>
  )
}

interface Props {
  preview: Preview
  fileName: string
  decisions: Decisions
  onDecide: (rows: readonly Row[], decision: Decision) => void
}

/**
 * What the file would do: how many of each fate, what has to be answered, then the faults, the changes, the new, and folded away those who stay as
 * they are.
 */
export const PreviewRows = ({ preview, fileName, decisions, onDecide }: Props) => {
  const { counts, rows, ignored, unread } = preview
  const asked = rows.filter(isAsked)
  const nothing = counts.new + counts.changed === 0
  return (
    <View className="stack">
      <PreviewCounts counts={counts} fileName={fileName} />
      {nothing && counts.error === 0 && (
        <Notice tone="good" title="名册已经是最新的">
          <View>这张表和名册一样，不用导入。</View>
        </Notice>
      )}
      {counts.error > 0 && (
        <Notice tone="warn" title={`有 ${counts.error} 行要先在表里改好`}>
          <View>{nothing ? '改好以后再选一次文件。' : '这几行这次不会导入，别的人可以先导入；改好以后再导入一次就行。'}</View>
        </Notice>
      )}
      {asked.length > 0 && (
        <Notice tone="warn" title={`有 ${asked.length} 人要您看一看`}>
          <View>请逐个说明；没有说明的，这次不导入，名册上不会有他们的新内容。</View>
        </Notice>
      )}
      <AskedRows rows={rows} decisions={decisions} onDecide={onDecide} />
      <RowGroups rows={rows} />
      <NotRead ignored={ignored} unread={unread} />
    </View>
  )
}
