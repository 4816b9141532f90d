import { ExportButton } from '../../../components/ExportButton'
import { call } from '../../../platform/call'

/** The figures of all below an organization, and what needs attention there, as Excel. */
export const BoardSheet = ({ orgId, name, month }: { orgId: string; name: string; month: string }) => (
  <ExportButton
    words="导出 Excel"
    icon="sheet"
    name={`看板 ${name} ${month}.xlsx`}
    make={() => call('board.export', { orgId, period: month })}
  />
)
