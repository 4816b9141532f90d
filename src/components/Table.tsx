import { View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from './Icon'
import { useSome } from './Many'
import { inOrder, type Column, type Order, turned } from './order'
import { spoken } from './spoken'
import './Table.css'

/** How many rows are drawn at first, and how many more at each press. */
const STEP = 20

const onDesk = process.env.TARO_ENV === 'h5'
/** A browser's screen reader walks a table by its cells; WeChat's knows no tables and reads the words in their order. */
const as = (role: 'table' | 'row' | 'columnheader' | 'cell', more: Record<string, string> = {}): Record<string, string> =>
  onDesk ? { role, ...more } : {}

interface HeadProps<T> {
  column: Column<T>
  order: Order
  onSort: (order: Order) => void
}

const Head = <T,>({ column, order, onSort }: HeadProps<T>) => {
  const here = column.key === order.key
  const sorted = here ? order.way : 'none'
  return (
    <View className={`table-cell table-head${here ? ' here' : ' extra'}`} {...as('columnheader', { 'aria-sort': sorted })}>
      <View className="table-sort" hoverClass="card-pressed" onClick={() => onSort(turned(order, column))} {...spoken('button')}>
        <View>{column.words}</View>
        {here && <Icon name={order.way === 'ascending' ? 'up' : 'down'} />}
      </View>
    </View>
  )
}

interface Props<T> {
  label: string
  /** The first names the row and opens it. */
  columns: readonly Column<T>[]
  rows: readonly T[]
  keyOf: (row: T) => string
  /** The column by which the rows stand at first. */
  by: string
  /** The row whose details stand beside. */
  chosen?: string | undefined
  onOpen: (row: T) => void
  /** What rows are called: 个单位. */
  unit: string
}

/** Rows with columns for a wide window, ordered by a press on a head; a bar shows the numbers of the column they are ordered by. */
export const Table = <T,>({ label, columns, rows, keyOf, by, chosen, onOpen, unit }: Props<T>) => {
  const [name, ...numbers] = columns
  const [order, sort] = useState<Order>(() => turned(undefined, columns.find(one => one.key === by) ?? columns[0]))
  const sorted = columns.find(one => one.key === order.key) ?? name
  const [some, more] = useSome(sorted ? inOrder(rows, sorted, order.way) : [], STEP, unit)
  if (!name || !sorted) return null
  const most = Math.max(1, ...rows.map(row => sorted.value(row)).filter(value => typeof value === 'number'))
  return (
    <View className="stack">
      <View className="table" {...as('table', { 'aria-label': label })}>
        <View className="table-row" {...as('row')}>
          {columns.map(column => (
            <Head key={column.key} column={column} order={order} onSort={sort} />
          ))}
        </View>
        {some.map(row => {
          const here = keyOf(row) === chosen
          return (
            <View
              key={keyOf(row)}
              className={`table-row opens${here ? ' chosen' : ''}`}
              hoverClass="card-pressed"
              onClick={() => onOpen(row)}
              {...as('row')}
            >
              <View className="table-cell table-name" {...as('cell')}>
                <View {...spoken('button')} {...(onDesk && here ? { 'aria-current': 'true' } : {})}>
                  {name.say(row)}
                </View>
              </View>
              {numbers.map(column => {
                const value = column.value(row)
                const isSorted = column.key === sorted.key
                return (
                  <View key={column.key} className={`table-cell${isSorted ? ' here' : ' extra'}`} {...as('cell')}>
                    <View>{column.say(row)}</View>
                    {isSorted && typeof value === 'number' && (
                      <View className="table-bar" style={{ width: `${Math.round((value / most) * 100)}%` }} />
                    )}
                  </View>
                )
              })}
            </View>
          )
        })}
      </View>
      {more}
    </View>
  )
}
