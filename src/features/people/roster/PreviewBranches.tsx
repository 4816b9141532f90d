import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Section } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { Icon } from '../../../components/Icon'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { spoken } from '../../../components/spoken'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { Loaded } from '../../../components/Loaded'
import { Button } from '../../../components/Button'
import type { Decision, Decisions, Row } from './asked'
import { AskedRows } from './AskedRows'
import { type Branch, inOrderOfNeed, sayCounts, unplaced } from './branches'
import { PreviewCounts } from './PreviewCounts'
import { NotRead } from './PreviewRows'
import { RowGroups } from './RowGroups'
import type { Preview } from './useImport'

/** The rows of one branch, fetched when it is opened. */
const BranchRows = ({ previewId, branchId }: { previewId: string; branchId: string }) => {
  const query = useQuery('roster.previewRows', { previewId, branchId })
  const { items, more, refusal } = usePages(query, cursor => call('roster.previewRows', { previewId, branchId, cursor }))
  return (
    <Loaded query={query} cards={2}>
      {() => (
        <View className="stack">
          <RowGroups rows={items} />
          {refusal && <Failure refusal={refusal} />}
          {more && <Button onPress={more}>再看一些</Button>}
        </View>
      )}
    </Loaded>
  )
}

/** A branch in one line: what would become of its rows; pressed, the rows themselves. */
const BranchLine = ({ previewId, branch }: { previewId: string; branch: Branch }) => {
  const [open, setOpen] = useState(false)
  const { name, counts, isNew = false } = branch
  const words = sayCounts(branch)
  return (
    <View className="stack">
      <View className="list-row row" hoverClass="card-pressed" onClick={() => setOpen(!open)} {...spoken('button')}>
        {counts.error > 0 && <Icon name="alert" tone="danger" />}
        <View className="grow">
          <View className="strong">{name}</View>
          <View className={counts.error > 0 ? 'tone-danger small' : 'soft small'}>{isNew ? `新支部 · ${words}` : words}</View>
        </View>
        <Icon name={open ? 'up' : 'down'} tone="soft" />
      </View>
      {open && <BranchRows previewId={previewId} branchId={branch.branchId} />}
    </View>
  )
}

interface Props {
  preview: Preview
  fileName: string
  decisions: Decisions
  onDecide: (rows: readonly Row[], decision: Decision) => void
  creates: boolean
  onCreates: (creates: boolean) => void
}

/** The branches that are not there yet, with one answer for all of them. */
const NewBranches = ({
  newBranches,
  creates,
  onCreates,
}: Pick<Props, 'creates' | 'onCreates'> & { newBranches: NonNullable<Preview['newBranches']> }) => {
  const count = newBranches.length
  const people = newBranches.reduce((sum, one) => sum + one.rows, 0)
  return (
    <Section title={`还没有的支部 ${count} 个`}>
      <Card>
        <Choice
          label={`要新建这 ${count} 个支部吗`}
          options={[
            { value: 'yes', words: `新建 ${count} 个支部`, hint: `连同里面的 ${people} 人一起导入` },
            { value: 'no', words: '先不新建', hint: `这 ${people} 人先不导入` },
          ]}
          value={creates ? 'yes' : 'no'}
          onChange={value => onCreates(value === 'yes')}
        />
        <View className="soft">名称是照表里写的。有写错的，先在表里改好，再选一次文件。</View>
      </Card>
      <Many items={newBranches} keyOf={one => `${one.under}/${one.name}`} step={10} unit="个支部">
        {one => (
          <View className="list-row row">
            <View className="grow">
              <View>{one.name}</View>
              <View className="soft small">
                {one.under} · {one.rows} 人
              </View>
            </View>
          </View>
        )}
      </Many>
    </Section>
  )
}

/** What the file of a whole district would do: all of it in figures, the branches that are not there, what has to be answered, then branch by branch. */
export const PreviewBranches = ({ preview, fileName, decisions, onDecide, creates, onCreates }: Props) => {
  const { previewId, counts, rows, ignored, unread, branches = [], newBranches = [] } = preview
  const nowhere = unplaced(branches)
  const nothing = counts.new + counts.changed === 0
  const asked = branches.reduce((sum, one) => sum + one.asked, 0)
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
      {newBranches.length > 0 && <NewBranches newBranches={newBranches} creates={creates} onCreates={onCreates} />}
      {asked > 0 && (
        <Notice tone="warn" title={`有 ${asked} 人要您看一看`}>
          <View>请逐个说明；没有说明的，这次不导入。</View>
        </Notice>
      )}
      <AskedRows rows={rows} decisions={decisions} onDecide={onDecide} />
      {nowhere && (
        <Section title={`看不出哪个支部的 ${nowhere.counts.error} 人`}>
          <BranchRows previewId={previewId} branchId={nowhere.branchId} />
        </Section>
      )}
      <Section title="各支部">
        <Many items={inOrderOfNeed(branches)} keyOf={one => one.branchId} step={20} unit="个支部">
          {branch => <BranchLine previewId={previewId} branch={branch} />}
        </Many>
      </Section>
      <NotRead ignored={ignored} unread={unread} />
    </View>
  )
}
