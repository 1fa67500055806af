/** Words of the area `imports`. */
export const imports = {}
