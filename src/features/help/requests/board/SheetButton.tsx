import { View } from '@tarojs/components'
import { useState } from 'react'
import { ExportButton } from '../../../../components/ExportButton'
import { call } from '../../../../platform/call'

interface Sheet {
  /** Which one of the month's sheets came last, from 1. */
  nth: number
  rows: number
  /** Where the next one begins; null after the last. */
  cursor: string | null
}

/** The month as Excel; where it is too long for one sheet, says so and makes the next one. */
export const SheetButton = ({ orgId, name, month }: { orgId: string; name: string; month: string }) => {
  const [last, setLast] = useState<Sheet | undefined>()
  const next = last?.cursor ?? undefined
  const nth = next === undefined ? 1 : (last?.nth ?? 0) + 1
  const make = async () => {
    const made = await call('request.export', { orgId, month, ...(next === undefined ? {} : { cursor: next }) })
    if (made.ok) setLast({ nth, rows: made.data.rows, cursor: made.data.cursor })
    return made
  }
  return (
    <View className="stack">
      {last && (
        <View className={last.cursor === null ? 'soft' : 'strong'}>
          {last.cursor === null
            ? `导出完了${last.nth > 1 ? `，一共 ${last.nth} 张` : ''}，这一张 ${last.rows} 件。`
            : `第 ${last.nth} 张有 ${last.rows} 件，一张装不下，后面还有。请接着导出第 ${last.nth + 1} 张。`}
        </View>
      )}
      <ExportButton
        words={nth > 1 ? `导出第 ${nth} 张` : '导出 Excel'}
        icon="sheet"
        name={`求助 ${name} ${month}${nth > 1 ? `（第${nth}张）` : ''}.xlsx`}
        make={make}
      />
    </View>
  )
}
