import type { stations as contract } from '../../../../core/service/stations/contract'
import { routes } from '../../../../core/shared/routes'
import type { Handlers } from '../use-case'

export const print: Handlers<Pick<typeof contract, 'station.print'>> = {
  async 'station.print'(_, { subject, wechat }) {
    const { name, address, phone, hours, code } = subject
    const picture = await wechat.pageCode(routes.station.path, code)
    return { ...{ name, address, hours }, ...(phone === undefined ? {} : { phone }), code: Buffer.from(picture).toString('base64') }
  },
}
