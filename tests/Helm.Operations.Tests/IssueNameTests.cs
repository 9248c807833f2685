using Helm.Operations.Issues;

namespace Helm.Operations.Tests;

public sealed class IssueNameTests
{
    [Theory]
    [InlineData("api-lambda", "API Lambda")]
    [InlineData("orders_db", "Orders DB")]
    [InlineData("cluster/web", "Cluster Web")]
    [InlineData("uploads", "Uploads")]
    public void Names_are_made_readable(string name, string title) => Assert.Equal(title, ResourceTitle.Of(name));

    [Fact]
    public void Fingerprints_of_different_things_differ_however_odd_the_names()
    {
        var odd = new[]
        {
            Fingerprint.Of("prod", "infrastructure", new("a", "b/c"), "d"),
            Fingerprint.Of("prod", "infrastructure", new("a", "b"), "c/d"),
            Fingerprint.Of("prod/infrastructure", "a", new("b", "c"), "d"),
            Fingerprint.Of("prod", "infrastructure", new("a:b", "c"), "d"),
            Fingerprint.Of("prod", "infrastructure", new("a", "b:c"), "d"),
        };

        Assert.Equal(odd.Length, odd.Distinct().Count());
        Assert.Equal("c/d", Fingerprint.IndicatorOf(odd[1]));
    }
}
