package gradcheck.simulator;

/** What the platform's side and the chat page's side both work on. */
record Parts(
        Setup setup,
        World world,
        Members members,
        MediaStore media,
        PlatformMenu menu,
        PlatformCards cards,
        InjectedFaults faults,
        Wire wire,
        Inspection inspection) {

    static Parts of(Setup setup, World world) {
        return new Parts(
                setup,
                world,
                new Members(),
                new MediaStore(world),
                new PlatformMenu(world),
                new PlatformCards(setup, world),
                new InjectedFaults(world),
                new Wire(world),
                new Inspection(setup, world));
    }
}
