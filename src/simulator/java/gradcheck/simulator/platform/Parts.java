package gradcheck.simulator.platform;

import gradcheck.simulator.bot.Inspection;
import gradcheck.simulator.world.InjectedFaults;
import gradcheck.simulator.world.MediaStore;
import gradcheck.simulator.world.Members;
import gradcheck.simulator.world.Setup;
import gradcheck.simulator.world.Wire;
import gradcheck.simulator.world.World;

/** What the platform's side and the chat page's side both work on. */
public record Parts(
        Setup setup,
        World world,
        Members members,
        MediaStore media,
        PlatformMenu menu,
        PlatformCards cards,
        InjectedFaults faults,
        Wire wire,
        Inspection inspection) {

    public static Parts of(Setup setup, World world) {
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
