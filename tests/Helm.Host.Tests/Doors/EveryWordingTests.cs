using Helm.Conversation.Dialogs;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors;

/// <summary>Every wording of <c>dialogs/en</c>, with facts of every shape that it asks for, goes through every renderer and every chat door.</summary>
public sealed class EveryWordingTests(ChatDoors doors) : IClassFixture<ChatDoors>
{
    [Fact]
    public async Task Each_tells_the_same_numbers_everywhere_within_every_limit_and_nothing_from_outside_is_markup()
    {
        var library = doors.Helm.Get<DialogLibrary>();
        var cases = WordingCase.All(library);
        Assert.Equal(library.Wordings.Order(), cases.Select(one => one.Name).Distinct().Order());

        Assert.All(cases, one => one.CheckWords());
        var round = new ChatRound(doors, [.. cases.Select(one => one.Reply)]);
        var (posts, activities) = (await round.InSlackAsync(), await round.InTeamsAsync());
        Assert.All(cases, (one, index) => new DrawnWording(one).CheckBlocks(posts[$"C{index}"]));
        Assert.All(cases, (one, index) => new DrawnWording(one).CheckCard(activities[$"c{index}"]));
    }
}
