import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/Button'
import { Card, Section } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { Many } from '../../../components/Many'
import { isAsked, keyOf, placeOf, type Row } from './asked'
import { Changes } from './Changes'
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
      <View key={ask.what}>{ask.words}。若是真的，请在这位同志的资料里登记</View>
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

/** Rows by their fate: the faults, the changes, the new, and folded away those who stay as they are. Those that are asked about stand elsewhere. */
export const RowGroups = ({ rows }: { rows: readonly Row[] }) => {
  const of = (fate: Row['fate']) => rows.filter(row => row.fate === fate && !isAsked(row))
  const doubtful = of('unchanged').filter(row => row.warnings ?? row.asks)
  return (
    <>
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
    </>
  )
}
