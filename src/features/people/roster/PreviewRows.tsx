import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/Button'
import { Card, Section } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { type Decision, type Decisions, isAsked, keyOf, placeOf, type Row } from './asked'
import { AskedRows } from './AskedRows'
import { Changes } from './Changes'
import type { Preview } from './useImport'
import './PreviewRows.css'

type Fault = NonNullable<Row['errors']>[number]

const Faults = ({ faults, tone }: { faults: readonly Fault[]; tone: 'danger' | 'warn' }) => (
  <>
    {faults.map(({ cell, column, message }) => (
      <View key={`${cell}${message}`} className={`row preview-fault ${tone}`}>
        <Icon name={tone === 'danger' ? 'alert' : 'warn'} tone={tone} />
        <View className="grow">
          <View className="strong">
            {cell} {column}
          </View>
          <View className="preview-message">{message}</View>
        </View>
      </View>
    ))}
  </>
)

const Who = ({ row }: { row: Row }) => (
  <View className="row wrap">
    <View className="grow strong">{row.name || '（没有姓名）'}</View>
    <View className="soft small">{placeOf(row)}</View>
  </View>
)

/** What suggests that a member of the roster has died or left, where the row itself changes nothing. */
const Signs = ({ row }: { row: Row }) => (
  <>
    {(row.asks ?? []).map(ask => (
      <View key={ask.what}>{ask.words}。若是真的，请在他的资料里登记</View>
    ))}
  </>
)

interface GroupProps {
  title: string
  rows: readonly Row[]
  folded?: boolean
  children?: (row: Row) => ReactNode
}

const Group = ({ title, rows, folded = false, children }: GroupProps) => {
  const [open, setOpen] = useState(!folded)
  if (rows.length === 0) return null
  return (
    <Section title={`${title} ${rows.length} 人`}>
      {open ? (
        <Many items={rows} keyOf={keyOf} step={20}>
          {row => (
            <Card>
              <Who row={row} />
              {children?.(row)}
              {row.warnings && <Faults faults={row.warnings} tone="warn" />}
            </Card>
          )}
        </Many>
      ) : (
        <Button onPress={() => setOpen(true)}>{`看${title}的 ${rows.length} 人`}</Button>
      )}
    </Section>
  )
}

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
  const of = (fate: Row['fate']) => rows.filter(row => row.fate === fate && !isAsked(row))
  const asked = rows.filter(isAsked)
  const doubtful = of('unchanged').filter(row => row.warnings ?? row.asks)
  const nothing = counts.new + counts.changed === 0
  return (
    <View className="stack">
      <Card title={fileName}>
        <View className="preview-counts">
          <View className="preview-count">
            <View className="preview-figure">{counts.new}</View>新加
          </View>
          <View className="preview-count">
            <View className="preview-figure">{counts.changed}</View>有变化
          </View>
          <View className="preview-count">
            <View className="preview-figure">{counts.unchanged}</View>没有变
          </View>
          <View className={`preview-count${counts.error > 0 ? ' danger' : ''}`}>
            <View className="preview-figure">{counts.error}</View>有错
          </View>
        </View>
      </Card>
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
      <Group title="有错" rows={of('error')}>
        {row => <Faults faults={row.errors ?? []} tone="danger" />}
      </Group>
      <Group title="有变化" rows={of('changed')}>
        {row => <Changes row={row} />}
      </Group>
      <Group title="新加" rows={of('new')} />
      <Group title="没有变，但有疑问" rows={doubtful} folded>
        {row => <Signs row={row} />}
      </Group>
      <Group title="没有变" rows={of('unchanged').filter(row => !row.warnings && !row.asks)} folded />
      {unread.length > 0 && <View className="soft">这几列名册上没有地方放，没有读：{unread.join('、')}</View>}
      <Ignored ignored={ignored} />
    </View>
  )
}
