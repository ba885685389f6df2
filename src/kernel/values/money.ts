/** Euro cents as a whole number: sums stay exact. */
export type Cents = number & { readonly cents: unique symbol }

const form = /^(-?)(\d{1,13})(?:[.,](\d{1,2}))?$/

/** Reads `1250`, `1250,5` and `1250.50` as euros; null for anything else (thousands are not separated). */
export function cents(text: string): Cents | null {
  const m = form.exec(text.trim())
  if (!m) return null
  const whole = Number(m[2]) * 100 + Number((m[3] ?? '').padEnd(2, '0'))
  return (m[1] ? -whole : whole) as Cents
}

/** Euros with a point and two decimals, as CSV and machines want them. */
export function euros(amount: Cents): string {
  const whole = Math.abs(amount)
  return `${amount < 0 ? '-' : ''}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`
}
