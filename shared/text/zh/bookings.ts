/** Words of the area `bookings`. */
export const bookings = {}
