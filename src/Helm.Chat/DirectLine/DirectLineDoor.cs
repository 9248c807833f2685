using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helm.Chat.DirectLine;

/// <summary>The web page's way into Helm: Direct Line 3.0 under <c>/v3/directline</c>, so that Microsoft's own clients talk to it.</summary>
public static class DirectLineDoor
{
    /// <summary>Not there until it is switched on.</summary>
    public static void MapDirectLine(this IEndpointRouteBuilder endpoints)
    {
        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<DirectLineOptions>>().Value;
        if (options.Enabled)
        {
            var line = endpoints.MapGroup("/v3/directline").ExcludeFromDescription();
            LineTokens.Map(line);
            LineConversations.Map(line);
            LineMessages.Map(line, options.LargestUpload);
        }
    }
}
