using System.Runtime.Versioning;
using Helm.Host.Listening;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class TokenFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("helm-token-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_token_is_made_once_for_its_user_alone()
    {
        await using (var first = HostBuild.Of(_folder, _ => { }))
        {
        }

        var file = Path.Combine(_folder, "token");
        var token = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await using var second = HostBuild.Of(_folder, _ => { });

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(64, token.Trim().Length);
        Assert.Equal(token, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal([file], Directory.GetFiles(_folder, "token*"));
    }

    [Fact]
    public void A_token_that_others_can_read_is_refused()
    {
        var file = Path.Combine(_folder, "token");
        File.WriteAllText(file, new string('a', 64));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        var refused = Assert.Throws<StartRefusedException>(() => HostBuild.Of(_folder, _ => { }));

        Assert.Contains("other users", refused.Message, StringComparison.Ordinal);
    }
}
