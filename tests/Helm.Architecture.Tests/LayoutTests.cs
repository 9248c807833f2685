namespace Helm.Architecture.Tests;

public sealed class LayoutTests
{
    public static TheoryData<string> Projects => [.. Sources.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_depend_on_each_other_in_one_direction(string project)
    {
        var slices = Sources.Slices(project);

        while (slices.FirstOrDefault(slice => !slice.Value.Overlaps(slices.Keys)) is { Key: { } leaf })
        {
            slices.Remove(leaf);
        }

        Assert.Empty(slices);
    }
}
