import { Members } from '../features/people/documents'
import { capabilities, house } from '../house'
import { serve } from '../kernel/serve'
import { cloud } from '../wx/cloud'
import { portsNow } from '../wx/ports'

const answer = serve({ capabilities, people: Members })

/** The function behind every tap: `{op, input, commandId?}` → `{ok: true, data}` or `{ok: false, code, data?}`. */
export const main = (event: unknown) => answer(event, cloud.getWXContext().OPENID, portsNow(house))
