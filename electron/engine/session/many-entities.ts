/** From so many entities on, passing over all of them would keep other calls waiting: it is work for the reading thread. */
export const MANY_ENTITIES = 200_000;
